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
 * @param timeout   for an answer
 * @param onlyClean whether officers open only what was found clean
 */
@ConfigurationProperties("pilot.materials.scanner")
public record ScannerSettings(String host, int port, DataSize limit, Duration timeout, boolean onlyClean) {

    boolean isConfigured() {
        return !host.isBlank();
    }
}
