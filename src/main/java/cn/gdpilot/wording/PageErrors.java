package cn.gdpilot.wording;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A refusal that a page has not put beside its field itself is shown on a page of its own. */
@ControllerAdvice(annotations = Controller.class)
@Order(1)
class PageErrors {

    @ExceptionHandler(Refusal.class)
    String refusal(Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(ApiErrors.status(refusal.kind()).value());
        model.addAttribute("refusal", refusal);
        return "refusal";
    }

    /** A form for files that carries none, was cut off, or is larger than the server takes. */
    @ExceptionHandler(MultipartException.class)
    String upload(MultipartException broken, Model model, HttpServletResponse response) {
        boolean large = broken instanceof MaxUploadSizeExceededException;
        return refusal(Refusal.invalid(large ? "upload.large" : "upload.broken"), model, response);
    }
}
