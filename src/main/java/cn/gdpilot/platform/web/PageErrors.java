package cn.gdpilot.platform.web;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Waits;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A refusal that a page has not put beside its field itself is shown on a page of its own. */
@ControllerAdvice(annotations = Controller.class)
@Order(1)
public class PageErrors {

    /** Shows it, under the status of its kind. */
    @ExceptionHandler(Refusal.class)
    public String refusal(Refusal refusal, Model model, HttpServletResponse response) {
        head(refusal, response);
        model.addAttribute("refusal", refusal);
        return "refusal";
    }

    /** Gives the answer the status of the refusal's kind, and tells a program how long to wait, if a wait helps. */
    public static void head(Refusal refusal, HttpServletResponse response) {
        response.setStatus(status(refusal).value());
        if (refusal.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Waits.seconds(refusal.retryAfter())));
        }
    }

    /** The status of its kind. */
    public static HttpStatus status(Refusal refusal) {
        return ApiErrors.status(refusal.kind());
    }
}
