package cn.gdpilot.platform.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a proxy that the settings name is believed. */
class ProxiesTest {

    private static final List<String> NAMED = List.of("127.0.0.1", " ::1", "10.1.2.3", "2001:db8::7");

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "127.0.0.1, true",
        "0:0:0:0:0:0:0:1, true",
        "10.1.2.3, true",
        "2001:db8:0:0:0:0:0:7, true",
        "10.1.2.30, false",
        "1011233, false",
        "10.1.2.4, false",
        "192.168.1.1, false",
        "203.0.113.7, false"
    })
    @DisplayName("address of a proxy → believed; of a neighbour in the same network → not")
    void believed(String address, boolean believed) {
        assertThat(address.matches(Proxies.pattern(NAMED))).isEqualTo(believed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0:0:0:0:0:0:0:1", ""})
    @DisplayName("no proxy named → nobody believed")
    void nobody(String address) {
        assertThat(address.matches(Proxies.pattern(List.of("")))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/8", ".*", "300.1.1.1"})
    @DisplayName("what is no address → the start fails and names the setting")
    void noAddress(String text) {
        assertThatThrownBy(() -> Proxies.pattern(List.of(text))).hasMessageContaining("pilot.proxies");
    }
}
