package cn.gdpilot.platform.engine.guard;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Whether this thread answers a call of the engine's web addresses: such a call is a person's, even if nobody signed in. */
final class WebCall {

    private static final ThreadLocal<Boolean> OPEN = new ThreadLocal<>();

    private WebCall() {}

    static void open() {
        OPEN.set(Boolean.TRUE);
    }

    static void close() {
        OPEN.remove();
    }

    static boolean isOpen() {
        return OPEN.get() != null;
    }

    /** Asks the engine on behalf of the application in the middle of a person's call, and returns to the person. */
    static <T> T asSystem(IdentityService identity, Supplier<T> question) {
        Authentication person = identity.getCurrentAuthentication();
        Boolean open = OPEN.get();
        identity.clearAuthentication();
        OPEN.remove();
        try {
            return question.get();
        } finally {
            if (person != null) {
                identity.setAuthentication(person);
            }
            if (open != null) {
                OPEN.set(open);
            }
        }
    }
}
