package cn.gdpilot.platform.web;

import cn.gdpilot.domain.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address or a method that does not exist: programs get problem details, people the page that says so. */
@ControllerAdvice
@Order(2)
class UnknownAddress {

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<ProblemDetail> none(HttpServletRequest request, NoResourceFoundException none)
            throws NoResourceFoundException {
        if (!isApi(request)) {
            throw none;
        }
        return problem(HttpStatus.NOT_FOUND, "problem.NOT_FOUND", "api.no-such-address");
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<ProblemDetail> method(HttpServletRequest request, HttpRequestMethodNotSupportedException other)
            throws HttpRequestMethodNotSupportedException {
        if (!isApi(request)) {
            throw other;
        }
        return problem(HttpStatus.METHOD_NOT_ALLOWED, "problem.INVALID", "api.no-such-method");
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().matches("/api(/.*)?");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, Texts.of(detail));
        problem.setTitle(Texts.of(title));
        return ResponseEntity.status(status).body(problem);
    }
}
