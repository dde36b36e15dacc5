package cn.gdpilot.platform.web;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.Waits;
import cn.gdpilot.platform.database.DatabaseFailure;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of the API as problem details (RFC 9457): rule and a Chinese sentence; causes stay in the log, by an id. */
@RestControllerAdvice(annotations = RestController.class)
@Order(0)
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler(Refusal.class)
    ResponseEntity<ProblemDetail> refusal(Refusal refusal) {
        HttpStatus status = status(refusal.kind());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
        problem.setTitle(Texts.of("problem." + refusal.kind()));
        if (refusal.rule() != null) {
            problem.setProperty("rule", refusal.rule());
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (refusal.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(Waits.seconds(refusal.retryAfter())));
        }
        return answer.body(problem);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException failure) {
        if (failure.getMostSpecificCause() instanceof Refusal refusal) {
            return refusal(refusal);
        }
        String detail = failure.getMostSpecificCause() instanceof UnrecognizedPropertyException unknown
                ? Texts.of("json.unknown-field", unknown.getPropertyName().replaceAll("[^\\w.-]", "?"))
                : Texts.of("json.malformed");
        return problem(HttpStatus.BAD_REQUEST, "problem.INVALID", detail);
    }

    /** A parameter that can not be read, or holds what can not be stored. */
    @ExceptionHandler(TypeMismatchException.class)
    ResponseEntity<ProblemDetail> parameter(TypeMismatchException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof Refusal refusal
                ? refusal(refusal)
                : problem(HttpStatus.BAD_REQUEST, "problem.INVALID", Texts.of("request.malformed"));
    }

    /** A header that holds what no header may; found only where somebody reads it. */
    @ExceptionHandler(RequestRejectedException.class)
    ResponseEntity<ProblemDetail> header(RequestRejectedException failure) {
        return problem(HttpStatus.BAD_REQUEST, "problem.INVALID", Texts.of("request.malformed"));
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    ResponseEntity<ProblemDetail> lostRace(ConcurrencyFailureException failure) {
        return problem(HttpStatus.CONFLICT, "problem.CONFLICT", Texts.of("application.changed-meanwhile"));
    }

    /** @throws Exception the failure itself if the database did not answer: that is answered alike for pages and programs */
    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> other(Exception failure) throws Exception {
        if (DatabaseFailure.isOne(failure)) {
            throw failure;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return problem(
                    HttpStatus.valueOf(known.getStatusCode().value()),
                    "problem.INVALID",
                    Texts.of("request.malformed"));
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Failure {}", id, failure);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "problem.FAILURE", Texts.of("request.failed", id));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(Texts.of(title));
        return ResponseEntity.status(status).body(problem);
    }

    static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case RULE -> HttpStatus.UNPROCESSABLE_ENTITY;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
