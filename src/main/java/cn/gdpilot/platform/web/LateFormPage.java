package cn.gdpilot.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What is shown for a form that came too late: all that was typed, and a button that sends it again. Only who is signed in gets a token with it,
 * so that it takes a person's own confirmation after the sign-in. */
@Component
class LateFormPage implements ErrorViewResolver, Ordered {

    static final String FORM = LateForm.class.getName();

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> facts) {
        if (!(request.getAttribute(FORM) instanceof LateForm form)) {
            return null;
        }
        boolean ready = form.open() || isSignedIn();
        if (!ready) {
            request.removeAttribute(CsrfToken.class.getName());
        }
        return new ModelAndView("late-form", Map.of("form", form, "ready", ready), status);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    static boolean isSignedIn() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person != null && person.isAuthenticated() && !(person instanceof AnonymousAuthenticationToken);
    }
}
