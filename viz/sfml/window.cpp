#include "viz/sfml/window.hpp"

#include "viz/detail/decimal.hpp"
#include "viz/sfml/detail/fonts.hpp"
#include "viz/sfml/detail/sfml_painter.hpp"
#include "viz/sfml/display.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <SFML/System/Clock.hpp>
#include <SFML/System/Sleep.hpp>
#include <SFML/Window/Event.hpp>

#include <fstream>
#include <stdexcept>

namespace landsea::viz {

namespace {

constexpr double wheel_step = 1.2;
constexpr double key_step = 80.0;

// A picture is drawn anew only when the reader rests for so long, so that dragging stays smooth.
constexpr int rest_ms = 120;

class Window {
  public:
    Window(PictureSource source, View home, const WindowOptions& options)
        : source_{std::move(source)}, home_{home}, view_{home}, drawn_for_{home}, options_{options},
          fonts_{detail::open_fonts()}, painter_{source_(home), fonts_} {
        window_.create(
            sf::VideoMode{static_cast<unsigned>(home.width), static_cast<unsigned>(home.height)},
            sf::String::fromUtf8(options.title.begin(), options.title.end()));
        window_.setFramerateLimit(60);
        if (options.position) {
            window_.setPosition(
                {static_cast<int>(options.position->x), static_cast<int>(options.position->y)});
        }
    }

    void run() {
        while (window_.isOpen()) {
            sf::Event event{};
            while (window_.pollEvent(event)) {
                handle(event);
            }
            redraw_when_rested();
            if (window_.isOpen() && (changed_ || options_.close_after_frames)) {
                draw_frame();
            } else {
                sf::sleep(sf::milliseconds(8));
            }
        }
    }

  private:
    void look(const View& view) {
        view_ = view;
        changed_ = true;
        last_change_.restart();
    }

    void redraw_when_rested() {
        const bool rested = last_change_.getElapsedTime().asMilliseconds() > rest_ms;
        if (!(view_ == drawn_for_) && rested && !dragging_) {
            painter_ = detail::SfmlPainter{source_(view_), fonts_};
            drawn_for_ = view_;
            changed_ = true;
        }
    }

    void draw_frame() {
        painter_.paint(window_, between(drawn_for_, view_));
        if (screenshot_wanted_) {
            screenshot_wanted_ = false;
            save_screenshot();
        }
        window_.display();
        changed_ = false;
        ++frames_;
        write_state();
        if (options_.close_after_frames && frames_ >= *options_.close_after_frames) {
            window_.close();
        }
    }

    void handle(const sf::Event& event) {
        switch (event.type) {
        case sf::Event::Closed:
            window_.close();
            break;
        case sf::Event::Resized:
            resize(event.size.width, event.size.height);
            break;
        case sf::Event::KeyPressed:
            press(event.key.code);
            break;
        case sf::Event::MouseWheelScrolled:
            look(view_.zoomed_at({static_cast<double>(event.mouseWheelScroll.x),
                                  static_cast<double>(event.mouseWheelScroll.y)},
                                 event.mouseWheelScroll.delta > 0 ? wheel_step : 1.0 / wheel_step));
            break;
        case sf::Event::MouseButtonPressed:
            dragging_ = event.mouseButton.button == sf::Mouse::Left;
            cursor_ = {static_cast<double>(event.mouseButton.x),
                       static_cast<double>(event.mouseButton.y)};
            break;
        case sf::Event::MouseButtonReleased:
            dragging_ = false;
            break;
        case sf::Event::MouseMoved:
            drag({static_cast<double>(event.mouseMove.x), static_cast<double>(event.mouseMove.y)});
            break;
        default:
            break;
        }
    }

    void drag(Point to) {
        if (dragging_) {
            look(view_.dragged(to.x - cursor_.x, to.y - cursor_.y));
            cursor_ = to;
        }
    }

    void resize(unsigned width, unsigned height) {
        window_.setView(sf::View{
            sf::FloatRect{0.0F, 0.0F, static_cast<float>(width), static_cast<float>(height)}});
        View wider = view_;
        wider.width = width;
        wider.height = height;
        look(wider);
    }

    void press(sf::Keyboard::Key key) {
        const Point middle{view_.width / 2.0, view_.height / 2.0};
        switch (key) {
        case sf::Keyboard::Escape:
        case sf::Keyboard::Q:
            window_.close();
            break;
        case sf::Keyboard::Left:
            look(view_.dragged(key_step, 0.0));
            break;
        case sf::Keyboard::Right:
            look(view_.dragged(-key_step, 0.0));
            break;
        case sf::Keyboard::Up:
            look(view_.dragged(0.0, key_step));
            break;
        case sf::Keyboard::Down:
            look(view_.dragged(0.0, -key_step));
            break;
        case sf::Keyboard::Add:
        case sf::Keyboard::Equal:
            look(view_.zoomed_at(middle, wheel_step));
            break;
        case sf::Keyboard::Subtract:
        case sf::Keyboard::Hyphen:
            look(view_.zoomed_at(middle, 1.0 / wheel_step));
            break;
        case sf::Keyboard::F:
            look(home_again());
            break;
        case sf::Keyboard::F12:
            screenshot_wanted_ = true;
            changed_ = true;
            break;
        default:
            break;
        }
    }

    /// All of what was seen at first, in the window as it is now.
    [[nodiscard]] View home_again() const {
        const View fit = fitted(home_.width, home_.height, view_.width, view_.height);
        return {.magnified = home_.magnified * fit.magnified,
                .moved = {home_.moved.x * fit.magnified + fit.moved.x,
                          home_.moved.y * fit.magnified + fit.moved.y},
                .width = view_.width,
                .height = view_.height};
    }

    void save_screenshot() {
        sf::Texture texture;
        const sf::Vector2u size = window_.getSize();
        const std::string file = options_.screenshot.string();
        bool saved = texture.create(size.x, size.y);
        if (saved) {
            texture.update(window_);
            saved = texture.copyToImage().saveToFile(file);
        }
        screenshots_ += saved ? 1 : 0;
        const std::string title = (saved ? "Saved " : "Cannot write ") + file;
        window_.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
    }

    void write_state() const {
        if (options_.state_file.empty()) {
            return;
        }
        const auto field = [](const char* name, double value) {
            return std::string{"\""} + name + "\": " + detail::decimal(value, 4);
        };
        const std::filesystem::path unfinished = options_.state_file.string() + ".new";
        std::ofstream{unfinished} << "{" + field("frame", frames_) + ", " +
                                         field("magnified", view_.magnified) + ", " +
                                         field("moved_x", view_.moved.x) + ", " +
                                         field("moved_y", view_.moved.y) + ", " +
                                         field("width", view_.width) + ", " +
                                         field("height", view_.height) + ", " +
                                         field("screenshots", screenshots_) + "}\n";
        std::filesystem::rename(unfinished, options_.state_file);
    }

    PictureSource source_;
    View home_;
    View view_;
    View drawn_for_;
    WindowOptions options_;
    detail::Fonts fonts_;
    detail::SfmlPainter painter_;
    sf::RenderWindow window_;
    sf::Clock last_change_;
    Point cursor_;
    bool dragging_{false};
    bool changed_{true};
    bool screenshot_wanted_{false};
    int frames_{0};
    int screenshots_{0};
};

void require_display() {
    if (!has_display()) {
        throw std::runtime_error{"a window needs a display, and none answers"};
    }
}

} // namespace

void show(const PictureSource& source, const View& home, const WindowOptions& options) {
    require_display();
    Window{source, home, options}.run();
}

void show(const Picture& picture, const WindowOptions& options) {
    require_display();
    const auto magnified = [&picture](const View& view) {
        return moved(picture, view.magnified, view.moved);
    };
    Window{magnified, View{.width = picture.width, .height = picture.height}, options}.run();
}

} // namespace landsea::viz
