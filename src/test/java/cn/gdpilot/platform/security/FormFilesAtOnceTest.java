package cn.gdpilot.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import cn.gdpilot.domain.identity.limit.LimitSettings;
import cn.gdpilot.domain.record.LimitRefusals;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;

/** So many forms for files of one person at once, and no more. */
class FormFilesAtOnceTest {

    private final LimitRefusals limits = mock(LimitRefusals.class);
    private final FormFilesAtOnce filter = new FormFilesAtOnce(
            new LimitSettings(0, 0, DataSize.ofBytes(0), 2, 0, false, Duration.ofDays(1), 0), limits);
    private int reached;

    @BeforeEach
    void signedIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "applicant-1", null, AuthorityUtils.NO_AUTHORITIES));
    }

    @AfterEach
    void signedOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @DisplayName("third form for files while two are on their way → 409 unread, noted; when they are through → taken")
    void third() throws IOException, ServletException {
        assertThat(send(2).getStatus()).isEqualTo(409);
        assertThat(reached).isEqualTo(2);
        verify(limits).note(any(), any(), any());

        assertThat(send(1).getStatus()).isEqualTo(200);
        assertThat(reached).isEqualTo(4);
    }

    /** Sends a form; while it is on its way so many others are sent, one within the other. */
    private MockHttpServletResponse send(int within) throws IOException, ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/portal/applications/x/materials");
        request.setContentType("multipart/form-data; boundary=x");
        MockHttpServletResponse own = new MockHttpServletResponse();
        MockHttpServletResponse[] inner = {own};
        filter.doFilter(request, own, (passed, answer) -> {
            reached++;
            if (within > 0) {
                inner[0] = send(within - 1);
            }
        });
        return inner[0];
    }
}
