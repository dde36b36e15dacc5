package cn.gdpilot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The word of a browser's headers about the page that calls. */
class CallingPageTest {

    private static final URI PUBLIC = URI.create("https://pilot.example.org");

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/applications/1");

    @ParameterizedTest
    @CsvSource({"cross-site,true", "same-site,true", "unheard-of,true", "same-origin,false", "none,false"})
    @DisplayName("Fetch metadata → foreign unless of the same origin or the person's own doing")
    void fetchMetadata(String site, boolean foreign) {
        request.addHeader("Sec-Fetch-Site", site);

        assertThat(CallingPage.isForeign(request, PUBLIC)).isEqualTo(foreign);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example.com,true",
        "null,true",
        "not an origin,true",
        "http://pilot.example.org,true",
        "https://pilot.example.org:8443,true",
        "https://pilot.example.org,false",
        "https://PILOT.example.org:443,false",
        "http://intranet:8080,false",
        "http://intranet:8081,true",
        "http://intranet,true"
    })
    @DisplayName("no Fetch metadata → foreign unless the origin is the public address or the request's own host")
    void origin(String origin, boolean foreign) {
        request.setServerName("intranet");
        request.setServerPort(8080);
        request.addHeader("Origin", origin);

        assertThat(CallingPage.isForeign(request, PUBLIC)).isEqualTo(foreign);
    }

    @Test
    @DisplayName("same origin by Fetch metadata, another by Origin → ours: a page can not forge the former")
    void metadataFirst() {
        request.addHeader("Sec-Fetch-Site", "same-origin");
        request.addHeader("Origin", "https://other-name.example.org");

        assertThat(CallingPage.isForeign(request, PUBLIC)).isFalse();
    }

    @Test
    @DisplayName("neither header → a program's call, not foreign")
    void program() {
        request.addHeader("Accept", "*/*");

        assertThat(CallingPage.isForeign(request, PUBLIC)).isFalse();
        assertThat(CallingPage.isThere(request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,same-origin",
        "Sec-Fetch-Mode,cors",
        "Origin,https://pilot.example.org",
        "Referer,https://pilot.example.org/portal",
        "Accept,'application/xhtml+xml,Text/HTML;q=0.9'"
    })
    @DisplayName("a header that only browsers send → a browser's call")
    void browser(String header, String value) {
        request.addHeader(header, value);

        assertThat(CallingPage.isThere(request)).isTrue();
    }
}
