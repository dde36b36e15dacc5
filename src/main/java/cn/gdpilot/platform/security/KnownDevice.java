package cn.gdpilot.platform.security;

import cn.gdpilot.domain.identity.limit.SignInSettings;
import cn.gdpilot.domain.identity.limit.SignInThrottle;
import cn.gdpilot.domain.identity.limit.SignInTry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * After a sign-in on the page the device is known for that account, by a token in a cookie whose hash the table keeps with the
 * account. It opens nothing: a known device is only not slowed down by other people's wrong tries.
 */
@Component
class KnownDevice extends SavedRequestAwareAuthenticationSuccessHandler {

    static final String COOKIE = "gdpilot-device";

    private static final Pattern TOKEN = Pattern.compile("[\\w-]{43}");

    private final SignInThrottle throttle;
    private final SignInSettings settings;
    private final boolean secure;

    KnownDevice(
            SignInThrottle throttle,
            SignInSettings settings,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        this.throttle = throttle;
        this.settings = settings;
        this.secure = secure;
        setDefaultTargetUrl("/");
    }

    /** The token that the request's cookie carries; null if it carries none that could be one. */
    static String token(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && TOKEN.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws ServletException, IOException {
        SignInTry from = SignInTry.of(signedIn.getName(), request.getRemoteAddr(), token(request));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, throttle.newToken(from))
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(secure || request.isSecure())
                        .path("/")
                        .maxAge(settings.knownFor())
                        .build()
                        .toString());
        super.onAuthenticationSuccess(request, response, signedIn);
    }
}
