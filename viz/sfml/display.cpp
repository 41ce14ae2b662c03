#include "viz/sfml/display.hpp"

#include <netdb.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace landsea::viz {

namespace {

class Socket {
  public:
    explicit Socket(int family) : handle_{::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0)} {}

    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    ~Socket() {
        if (handle_ >= 0) {
            ::close(handle_);
        }
    }

    [[nodiscard]] bool connects(const sockaddr* address, socklen_t size) const {
        return handle_ >= 0 && ::connect(handle_, address, size) == 0;
    }

  private:
    int handle_;
};

enum class Kind { file, abstract };

bool answers_locally(const std::string& path, Kind kind) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::size_t skip = kind == Kind::abstract ? 1 : 0; // a leading NUL marks the kind
    if (path.size() + skip >= sizeof(address.sun_path)) {
        return false;
    }
    std::memcpy(address.sun_path + skip, path.data(), path.size());
    const auto size =
        offsetof(sockaddr_un, sun_path) + skip + path.size() + (kind == Kind::file ? 1 : 0);
    return Socket{AF_UNIX}.connects(
        static_cast<const sockaddr*>(static_cast<const void*>(&address)),
        static_cast<socklen_t>(size));
}

bool answers_remotely(const std::string& host, int display) {
    constexpr int first_port = 6000; // of the X protocol
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), std::to_string(first_port + display).c_str(), &wanted,
                      &found) != 0) {
        return false;
    }
    bool answers = false;
    for (const addrinfo* at = found; at != nullptr && !answers; at = at->ai_next) {
        answers = Socket{at->ai_family}.connects(at->ai_addr, at->ai_addrlen);
    }
    ::freeaddrinfo(found);
    return answers;
}

} // namespace

bool has_display() {
    const char* variable = std::getenv("DISPLAY");
    const std::string_view name = variable == nullptr ? "" : variable;
    const std::size_t colon = name.rfind(':');
    if (colon == std::string_view::npos) {
        return false;
    }
    int number = 0;
    const std::string_view rest = name.substr(colon + 1);
    if (std::from_chars(rest.data(), rest.data() + rest.size(), number).ec != std::errc{}) {
        return false;
    }
    const std::string host{name.substr(0, colon)};
    if (!host.empty() && host != "unix") {
        return answers_remotely(host, number);
    }
    const std::string path = "/tmp/.X11-unix/X" + std::to_string(number);
    return answers_locally(path, Kind::file) || answers_locally(path, Kind::abstract);
}

} // namespace landsea::viz
