package cn.gdpilot.platform.security;

import cn.gdpilot.domain.identity.limit.SlowedDown;
import cn.gdpilot.platform.web.RefusedPage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** A wrong password leads back to the sign-in page; who has to wait is told how long. */
class SignInFailure extends SimpleUrlAuthenticationFailureHandler {

    SignInFailure() {
        super("/login?error");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (reason instanceof SlowedDown slowed) {
            RefusedPage.show(slowed.refusal(), request, response);
        } else {
            super.onAuthenticationFailure(request, response, reason);
        }
    }
}
