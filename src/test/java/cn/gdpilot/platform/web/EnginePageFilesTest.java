package cn.gdpilot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Static files of the engine's pages, without the application around them. */
class EnginePageFilesTest {

    private final EnginePageFiles files = new EnginePageFiles();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("the one style sheet and the one locale script → served at the address of each of the four pages")
    void sameForAll(String page) throws Exception {
        MockHttpServletResponse styles = answer("/camunda/app/" + page + "/styles/user-styles.css");
        MockHttpServletResponse locale = answer("/camunda/app/" + page + "/scripts/zh-cn-locale.js");

        assertThat(styles.getContentAsByteArray()).isNotEmpty().isEqualTo(shared("styles/user-styles.css"));
        assertThat(styles.getContentType()).isEqualTo("text/css");
        assertThat(styles.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(styles.getHeader("ETag")).isNotEmpty();
        assertThat(locale.getContentAsByteArray()).isNotEmpty().isEqualTo(shared("scripts/zh-cn-locale.js"));
    }

    @Test
    @DisplayName("a page's own settings and labels → served from its own folder; the common folder has no address")
    void own() throws Exception {
        assertThat(answer("/camunda/app/cockpit/scripts/config.js").getContentAsString(StandardCharsets.UTF_8))
                .contains("运行监控");
        assertThat(answer("/camunda/app/admin/scripts/config.js").getContentAsString(StandardCharsets.UTF_8))
                .contains("账号管理");
        assertThat(files.has(get("/camunda/app/all/styles/user-styles.css"))).isFalse();
    }

    private MockHttpServletResponse answer(String address) throws ServletException, IOException {
        MockHttpServletRequest request = get(address);
        assertThat(files.has(request)).isTrue();
        MockHttpServletResponse response = new MockHttpServletResponse();
        files.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest get(String address) {
        return new MockHttpServletRequest("GET", address);
    }

    private static byte[] shared(String name) throws IOException {
        try (var file =
                EnginePageFiles.class.getResourceAsStream("/META-INF/resources/webjars/camunda/app/all/" + name)) {
            return file.readAllBytes();
        }
    }
}
