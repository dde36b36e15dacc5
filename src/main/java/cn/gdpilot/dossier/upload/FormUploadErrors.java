package cn.gdpilot.dossier.upload;

import cn.gdpilot.dossier.store.FileStore;
import cn.gdpilot.wording.PageErrors;
import cn.gdpilot.wording.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A form for files that carries none, was cut off, is larger than the server takes, or than the disk has room for. */
@ControllerAdvice(annotations = Controller.class)
@Order(1)
class FormUploadErrors {

    private final FileStore store;
    private final PageErrors pages;

    FormUploadErrors(FileStore store, PageErrors pages) {
        this.store = store;
        this.pages = pages;
    }

    @ExceptionHandler(MultipartException.class)
    String upload(MultipartException broken, HttpServletRequest request, Model model, HttpServletResponse response) throws IOException {
        return pages.refusal(reason(broken, request.getContentLengthLong()), model, response);
    }

    /** What had come of it is gone again when this is asked. */
    private Refusal reason(MultipartException broken, long bytes) throws IOException {
        if (broken instanceof MaxUploadSizeExceededException) {
            return Refusal.invalid("upload.large");
        }
        return store.hasRoomFor(bytes) ? Refusal.invalid("upload.broken") : Refusal.unavailable("store.full");
    }
}
