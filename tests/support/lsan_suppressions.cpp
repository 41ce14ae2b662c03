// Linked into test programs that set text: the same list as tests/support/lsan.supp, which serves
// programs that are run by tests, by way of LSAN_OPTIONS.
extern "C" const char* __lsan_default_suppressions();

extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\nleak:libpango\nleak:libcairo\n";
}
