package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.database.DatabaseFailure;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's own failures in a person's words: what the engine says in English stays in the log, under a number. */
final class EngineFailures {

    private static final Logger LOG = LoggerFactory.getLogger(EngineFailures.class);

    private EngineFailures() {}

    static RuntimeException told(RuntimeException failure) {
        // What is wrong in a model stays in the engine's words: a designer needs them to mend it.
        if (failure instanceof WebApplicationException || failure instanceof ParseException) {
            return failure;
        }
        Optional<Throwable> broken =
                causes(failure).filter(DmnTransformException.class::isInstance).reduce((outer, inner) -> inner);
        if (broken.isPresent()) {
            return new Refused(Texts.of("model.broken", broken.get().getMessage()), Status.BAD_REQUEST);
        }
        // FEEL's own: a root of a text, a year beyond all calendars, or its limits.
        if (causes(failure).anyMatch(cause -> cause instanceof DmnEngineException || cause instanceof FeelException)) {
            return said(Status.BAD_REQUEST, "guard.input-wrong");
        }
        if (failure instanceof AuthorizationException) {
            return said(Status.FORBIDDEN, "guard.not-yours");
        }
        if (failure instanceof NotFoundException || failure instanceof NullValueException) {
            return said(Status.NOT_FOUND, "guard.not-there");
        }
        if (failure instanceof BadUserRequestException || failure instanceof NotValidException) {
            return said(Status.BAD_REQUEST, "guard.request-wrong");
        }
        if (failure instanceof OptimisticLockingException) {
            return said(Status.CONFLICT, "guard.changed");
        }
        if (isTaken(failure)) {
            return said(Status.CONFLICT, "guard.taken");
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        if (DatabaseFailure.isOne(failure)) {
            LOG.warn("Failure {}: the database does not answer in a person's call: {}", number, failure.toString());
            return new Refused(Texts.of("database.away", number), Status.SERVICE_UNAVAILABLE);
        }
        LOG.error("Failure {} in a person's call", number, failure);
        return new Refused(Texts.of("guard.failed", number), Status.INTERNAL_SERVER_ERROR);
    }

    /** A unique key of the database said no (SQL state 23…). */
    private static boolean isTaken(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith("23"));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static Refused said(Status status, String words) {
        return new Refused(Texts.of(words), status);
    }
}
