package cn.gdpilot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** How long a browser may keep our static files; the application is not started. */
class PageFilesTest {

    private static final String PLAIN = "/assets/saving.js";

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private MockMvc web;

    @BeforeEach
    void open() {
        context.setServletContext(new MockServletContext());
        context.register(Web.class, PageFiles.class);
        context.refresh();
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    @DisplayName("name with the file's digest → kept for a year")
    void digestName() throws Exception {
        String name = context.getBean(ResourceUrlProvider.class).getForLookupPath(PLAIN);
        MockHttpServletResponse answer = ask(name, "");

        assertThat(name).matches("/assets/saving-[0-9a-f]{32}\\.js");
        assertThat(answer.getHeaders("Cache-Control")).containsExactly("max-age=31536000, public, immutable");
        assertThat(answer.getContentType()).contains("javascript");
        assertThat(answer.getContentAsByteArray())
                .isNotEmpty()
                .isEqualTo(ask(PLAIN, "").getContentAsByteArray());
    }

    @Test
    @DisplayName("plain name → the browser asks each time, and gets no content that it has")
    void plainName() throws Exception {
        MockHttpServletResponse answer = ask(PLAIN, "");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeaders("Cache-Control")).containsExactly("no-cache");
        MockHttpServletResponse again = ask(PLAIN, answer.getHeader("ETag"));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getHeaders("Cache-Control")).containsExactly("no-cache");
        assertThat(again.getContentAsByteArray()).isEmpty();
    }

    @Test
    @DisplayName("name with another digest → no file, and nothing to keep")
    void wrongDigest() throws Exception {
        MockHttpServletResponse answer = ask("/assets/saving-" + "0".repeat(32) + ".js", "");

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getHeader("Cache-Control")).isNull();
    }

    private MockHttpServletResponse ask(String address, String known) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(address).header("If-None-Match", known))
                .andReturn()
                .getResponse();
    }

    @EnableWebMvc
    static class Web {}
}
