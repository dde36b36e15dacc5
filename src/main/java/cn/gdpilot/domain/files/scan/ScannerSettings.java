package cn.gdpilot.domain.files.scan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Where the scanner is.
 *
 * @param host      of clamd; empty = there is none
 * @param port      of clamd
 * @param limit     larger files are not sent: clamd's StreamMaxLength
 * @param timeout   for taking a file, and again for an answer
 * @param retry     after how long a file that it could not look into is shown to it again
 * @param onlyClean whether officers open only what was found clean
 */
@ConfigurationProperties("pilot.materials.scanner")
public record ScannerSettings(
        String host, int port, DataSize limit, Duration timeout, Duration retry, boolean onlyClean) {

    boolean isConfigured() {
        return !host.isBlank();
    }
}
