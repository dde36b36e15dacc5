package cn.gdpilot.domain.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Waits;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long wrong tries keep one waiting. */
class SlowdownTest {

    private static final Slowdown PAIR = new Slowdown(5, Duration.ofSeconds(30), Duration.ofMinutes(15));

    @ParameterizedTest(name = "{0} wrong tries → {1}")
    @CsvSource({
        "0, PT0S",
        "4, PT0S",
        "5, PT30S",
        "6, PT1M",
        "7, PT2M",
        "8, PT4M",
        "9, PT8M",
        "10, PT15M",
        "11, PT15M",
        "9999, PT15M"
    })
    @DisplayName("wait after wrong tries → doubles from the fifth on, up to the longest")
    void grows(int wrong, Duration wait) {
        assertThat(PAIR.after(wrong)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"0, 30s", "1, 30s", "100000, 30s"})
    @DisplayName("tries set to 0 → never a wait")
    void off(int wrong) {
        assertThat(new Slowdown(0, Duration.ofSeconds(30), Duration.ofMinutes(15)).after(wrong))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, PT1S, PT2S", "1, PT0S, PT2S", "1, PT3S, PT2S"})
    @DisplayName("setting that makes no sense → refused at the start")
    void senseless(int tries, Duration first, Duration longest) {
        assertThatThrownBy(() -> new Slowdown(tries, first, longest)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} → {1}, {2} s")
    @CsvSource({
        "PT0.2S, 1 秒, 1",
        "PT30S, 30 秒, 30",
        "PT119S, 119 秒, 119",
        "PT120S, 2 分钟, 120",
        "PT121S, 3 分钟, 121",
        "PT119M1S, 120 分钟, 7141",
        "PT23H1S, 24 小时, 82801"
    })
    @DisplayName("wait in words and as Retry-After → rounded up, so that nobody comes too early")
    void words(Duration wait, String words, long seconds) {
        assertThat(Waits.words(wait)).isEqualTo(words);
        assertThat(Waits.seconds(wait)).isEqualTo(seconds);
    }
}
