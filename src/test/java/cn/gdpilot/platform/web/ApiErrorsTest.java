package cn.gdpilot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors of the API. */
class ApiErrorsTest {

    /** Reads a header that the firewall does not let it read. */
    @RestController
    static class Reader {

        @GetMapping("/reads")
        String reads() {
            throw new RequestRejectedException("The header has a value that is not allowed.");
        }
    }

    @Test
    @DisplayName("a header with forbidden characters → 400 in words, without the firewall's own")
    void header() throws Exception {
        MvcResult answer = standaloneSetup(new Reader())
                .setControllerAdvice(new ApiErrors())
                .build()
                .perform(get("/reads"))
                .andReturn();

        assertThat(answer.getResponse().getStatus()).isEqualTo(400);
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("not allowed");
    }
}
