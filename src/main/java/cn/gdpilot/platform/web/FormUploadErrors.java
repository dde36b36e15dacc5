package cn.gdpilot.platform.web;

import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.text.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.Globals;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form for files that carries none, was cut off, is larger than the server takes, or than the disk has room for. A browser's form has its token
 * among its fields: where these can not be read it is refused for want of the token, and no controller is asked.
 */
@ControllerAdvice(annotations = Controller.class)
@Order(1)
class FormUploadErrors implements ErrorViewResolver {

    private static final String TOO_LARGE = "POST_TOO_LARGE";

    private final FileStore store;
    private final PageErrors pages;

    FormUploadErrors(FileStore store, PageErrors pages) {
        this.store = store;
        this.pages = pages;
    }

    /** Found out by a controller: the token came otherwise, as a header. */
    @ExceptionHandler(MultipartException.class)
    String upload(MultipartException broken, HttpServletRequest request, Model model, HttpServletResponse response) {
        return pages.refusal(
                reason(broken instanceof MaxUploadSizeExceededException, request.getContentLengthLong()),
                model,
                response);
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> facts) {
        boolean ofFiles =
                Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/");
        if (!ofFiles || request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) == null) {
            return null;
        }
        String why = String.valueOf(request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR));
        Refusal refusal = reason(why.equals(TOO_LARGE), request.getContentLengthLong());
        return new ModelAndView("refusal", Map.of("refusal", refusal), PageErrors.status(refusal));
    }

    /** What had come of it is gone again when this is asked. */
    private Refusal reason(boolean tooLarge, long bytes) {
        if (tooLarge) {
            return Refusal.invalid("upload.large");
        }
        try {
            return store.hasRoomFor(bytes) ? Refusal.invalid("upload.broken") : Refusal.unavailable("store.full");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
