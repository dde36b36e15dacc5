package cn.gdpilot.wording;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address that does not exist: programs get problem details, people the page that says so. */
@ControllerAdvice
@Order(2)
class UnknownAddress {

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<ProblemDetail> none(HttpServletRequest request, NoResourceFoundException none)
            throws NoResourceFoundException {
        if (!request.getRequestURI().startsWith("/api/")) {
            throw none;
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, Texts.of("api.no-such-address"));
        problem.setTitle(Texts.of("problem.NOT_FOUND"));
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(problem);
    }
}
