package cn.gdpilot.domain.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as one address. */
class ClientAddressTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "203.0.113.7, 203.0.113.7",
                "0:0:0:0:0:0:0:1, 0:0:0:0::/64",
                "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
                "2001:db8:1:2:ffff::9, 2001:db8:1:2::/64",
                "2001:db8:1:3::9, 2001:db8:1:3::/64",
                "2001:DB8:1:2::1%eth0, 2001:db8:1:2::/64",
                "[2001:db8:1:2::1], 2001:db8:1:2::/64",
                "::ffff:203.0.113.7, 203.0.113.7",
                ":::::, unknown",
                "-, unknown"
            })
    @DisplayName("address as the server sees it → under which one it is counted")
    void counted(String remote, String counted) {
        assertThat(ClientAddress.of(remote)).isEqualTo(counted);
    }
}
