#include "tests/viz/png_image.hpp"
#include "viz/sfml/display.hpp"
#include "viz/sfml/window.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

// Mesa's drivers leak in modules that are unloaded before the check can name them.
extern "C" const char* __asan_default_options();

extern "C" const char* __asan_default_options() {
    return "detect_leaks=0";
}

namespace landsea::viz {
namespace {

/// A display of our own, none when Xvfb is not installed. SFML holds on to it until the program
/// ends, so it serves all tests and ends with the program, not before.
class Xvfb {
  public:
    Xvfb() {
        int ends[2];
        if (::pipe(ends) != 0) {
            return;
        }
        const pid_t child = ::fork();
        if (child == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGTERM); // never outlive the test
            ::close(ends[0]);
            const std::string descriptor = std::to_string(ends[1]);
            ::execlp("Xvfb", "Xvfb", "-displayfd", descriptor.c_str(), "-screen", "0",
                     "1000x700x24", "-nolisten", "tcp", static_cast<char*>(nullptr));
            ::_exit(127);
        }
        ::close(ends[1]);
        char letter = 0;
        while (::read(ends[0], &letter, 1) == 1 && letter != '\n') {
            number_ += letter;
        }
        ::close(ends[0]);
    }

    Xvfb(const Xvfb&) = delete;
    Xvfb& operator=(const Xvfb&) = delete;

    [[nodiscard]] bool runs() const { return !number_.empty(); }

    [[nodiscard]] std::string name() const { return ":" + number_; }

  private:
    std::string number_;
};

/// A red square from 100 to 200 on white, its name beside it, a green note pinned to the page.
Picture scene() {
    Picture picture{.width = 400, .height = 300, .background = rgb(0xFFFFFF)};
    picture.shapes.emplace_back(
        Area{.rings = {{{100, 100}, {200, 100}, {200, 200}, {100, 200}}}, .fill = rgb(0xFF0000)});
    picture.shapes.emplace_back(Line{.pieces = {{{0, 250}, {400, 250}}},
                                     .stroke = {.colour = rgb(0x0000FF), .width = 6},
                                     .halo = Halo{rgb(0xFFFF00), 4}});
    picture.shapes.emplace_back(Text{.at = {220, 160},
                                     .words = "Chongqing 重庆",
                                     .size = 18,
                                     .colour = rgb(0),
                                     .weight = Weight::bold,
                                     .language = Language::zh_hans});
    picture.shapes.emplace_back(Marker{.mark = {.id = {}, .title = {}, .pinned = Pinned::page},
                                       .at = {380, 20},
                                       .size = 20,
                                       .fill = rgb(0x00FF00)});
    return picture;
}

std::string read(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

class WindowTest : public testing::Test {
  protected:
    void SetUp() override {
        if (!display().runs()) {
            GTEST_SKIP() << "Xvfb is not installed";
        }
        ::alarm(60); // a window that nobody closes must not hang the tests
        ::setenv("DISPLAY", display().name().c_str(), 1);
        folder_ = std::filesystem::path{testing::TempDir()} /
                  ("landsea_window_" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
    }

    void TearDown() override {
        ::alarm(0);
        ::unsetenv("DISPLAY");
        std::filesystem::remove_all(folder_);
    }

    [[nodiscard]] WindowOptions options() const {
        return {.title = "landsea test",
                .screenshot = folder_ / "shot.png",
                .position = Point{0, 0}, // without a window manager it would be anywhere
                .close_after_frames = {},
                .state_file = folder_ / "state.json"};
    }

    [[nodiscard]] bool wait_for(const std::string& words) const {
        for (int i = 0; i < 400; ++i) {
            if (read(folder_ / "state.json").find(words) != std::string::npos) {
                return true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds{25});
        }
        return false;
    }

    /// Plays the reader: runs xdotool with these words.
    static void act(const std::string& words) {
        const std::string command = "xdotool " + words + " >/dev/null 2>&1";
        EXPECT_EQ(std::system(command.c_str()), 0) << command;
    }

    /// Shows the scene while `reader` acts, until it presses Escape.
    void with_reader(const std::function<void()>& reader) {
        if (std::system("command -v xdotool >/dev/null 2>&1") != 0) {
            GTEST_SKIP() << "xdotool is not installed";
        }
        std::thread hands{[&] {
            EXPECT_TRUE(wait_for("\"frame\": 1"));
            act("search --sync --name 'landsea test' windowfocus");
            reader();
            act("key Escape");
        }};
        show(scene(), options());
        hands.join();
    }

    std::filesystem::path folder_;

  private:
    static const Xvfb& display() {
        static const Xvfb only;
        return only;
    }
};

TEST_F(WindowTest, ClosesAfterSoManyFrames) {
    WindowOptions once = options();
    once.close_after_frames = 3;
    show(scene(), once);
    EXPECT_EQ(read(folder_ / "state.json"),
              "{\"frame\": 3, \"magnified\": 1, \"moved_x\": 0, \"moved_y\": 0, \"width\": 400, "
              "\"height\": 300, \"screenshots\": 0}\n");
}

TEST_F(WindowTest, ShowsThePicture) {
    with_reader([&] {
        act("key F12");
        EXPECT_TRUE(wait_for("\"screenshots\": 1"));
    });
    const PngImage shot{read(folder_ / "shot.png")};
    EXPECT_EQ(shot.width(), 400);
    EXPECT_EQ(shot.at(150, 150), rgb(0xFF0000));
    EXPECT_EQ(shot.at(50, 50), rgb(0xFFFFFF));
    EXPECT_EQ(shot.at(300, 250), rgb(0x0000FF)); // the line
    EXPECT_EQ(shot.at(300, 245), rgb(0xFFFF00)); // its halo, from 3 to 7 pixels off the middle
    EXPECT_EQ(shot.at(380, 20), rgb(0x00FF00));
    EXPECT_GT(shot.count(rgb(0)), 100); // letters
}

TEST_F(WindowTest, MagnifiesAtTheCursorAndLeavesWhatIsPinned) {
    with_reader([&] {
        act("mousemove 150 150 click 4");
        // One step of the wheel is 1.2: 150 - 150 * 1.2 = -30.
        EXPECT_TRUE(wait_for("\"magnified\": 1.2, \"moved_x\": -30, \"moved_y\": -30"));
        act("key F12");
        EXPECT_TRUE(wait_for("\"screenshots\": 1"));
    });
    const PngImage shot{read(folder_ / "shot.png")};
    // The square now reaches from 100 * 1.2 - 30 = 90 to 200 * 1.2 - 30 = 210.
    EXPECT_EQ(shot.at(93, 93), rgb(0xFF0000));
    EXPECT_EQ(shot.at(207, 207), rgb(0xFF0000));
    EXPECT_EQ(shot.at(87, 87), rgb(0xFFFFFF));
    EXPECT_EQ(shot.at(380, 20), rgb(0x00FF00));
}

TEST_F(WindowTest, MovesWithTheHandAndFitsAgain) {
    with_reader([&] {
        act("mousemove 200 60 mousedown 1 mousemove 230 80 mouseup 1");
        EXPECT_TRUE(wait_for("\"moved_x\": 30, \"moved_y\": 20"));
        act("key Left");
        EXPECT_TRUE(wait_for("\"moved_x\": 110, \"moved_y\": 20"));
        act("key f");
        EXPECT_TRUE(wait_for("\"magnified\": 1, \"moved_x\": 0, \"moved_y\": 0"));
    });
}

TEST_F(WindowTest, AsksTheSourceAnewAfterAMove) {
    std::vector<View> asked;
    WindowOptions watched = options();
    const auto source = [&](const View& view) {
        asked.push_back(view);
        return moved(scene(), view.magnified, view.moved);
    };
    std::thread hands{[&] {
        EXPECT_TRUE(wait_for("\"frame\": 1"));
        act("search --sync --name 'landsea test' windowfocus");
        act("key Right");
        EXPECT_TRUE(wait_for("\"moved_x\": -80"));
        std::this_thread::sleep_for(std::chrono::milliseconds{400});
        act("key q");
    }};
    show(source, View{.width = 400, .height = 300}, watched);
    hands.join();
    ASSERT_EQ(asked.size(), 2U);
    EXPECT_EQ(asked[1].moved, (Point{-80, 0}));
}

TEST(Display, IsAbsentWhenNoServerAnswers) {
    ::unsetenv("DISPLAY");
    EXPECT_FALSE(has_display());
    for (const char* name : {"", "nonsense", ":", ":4711", "unix:4711", ":x"}) {
        ::setenv("DISPLAY", name, 1);
        EXPECT_FALSE(has_display()) << name;
    }
    ::unsetenv("DISPLAY");
    EXPECT_THROW(show(scene()), std::runtime_error);
}

TEST_F(WindowTest, HasADisplay) {
    EXPECT_TRUE(has_display());
}

} // namespace
} // namespace landsea::viz
