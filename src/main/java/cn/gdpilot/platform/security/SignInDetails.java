package cn.gdpilot.platform.security;

import cn.gdpilot.domain.identity.limit.SignInTry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody tries to sign in, and on which device. */
class SignInDetails extends WebAuthenticationDetails {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient String device;

    SignInDetails(HttpServletRequest request) {
        super(request);
        this.device = KnownDevice.token(request);
    }

    /** The try; without a request around it, nobody's address. */
    static SignInTry of(Authentication attempt) {
        if (attempt.getDetails() instanceof SignInDetails details) {
            return SignInTry.of(attempt.getName(), details.getRemoteAddress(), details.device);
        }
        return SignInTry.of(
                attempt.getName(),
                attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "local",
                null);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
