package cn.gdpilot.platform.web;

import cn.gdpilot.domain.text.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a refusal that is found out before any page is asked. */
@Component
public class RefusedPage implements ErrorViewResolver, Ordered {

    private static final String REFUSAL = RefusedPage.class.getName();

    /** Answers with it, under the status of its kind. */
    public static void show(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(REFUSAL, refusal);
        PageErrors.head(refusal, response);
        response.sendError(PageErrors.status(refusal).value());
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> facts) {
        return request.getAttribute(REFUSAL) instanceof Refusal refusal
                ? new ModelAndView("refusal", Map.of("refusal", refusal), status)
                : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
