package cn.gdpilot.platform.startup;

import cn.gdpilot.domain.text.Texts;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * Refuses a database that a version before the first release has made. Its tables were built by other scripts, and upgrades
 * are promised from release 0.2.0 on.
 */
@Component
class UnreleasedSchema implements Callback {

    private static final String HISTORY = "flyway_schema_history";

    /** Scripts carry the minute in which they were written; the first of release 0.2.0 has this one. */
    private static final long FIRST = 202611302301L;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    /** @throws UnsafeStart if a script of an unreleased version has run in this database; nothing is written then */
    @Override
    public void handle(Event event, Context context) {
        List<String> run = new FoundDatabase(context.getConnection()).column("version", HISTORY);
        if (run.stream().anyMatch(UnreleasedSchema::isOfNoRelease)) {
            throw new UnsafeStart(List.of(Texts.of("start.unreleased-database")));
        }
    }

    private static boolean isOfNoRelease(String version) {
        return version != null && Long.parseLong(version.split("\\.")[0]) < FIRST;
    }

    @Override
    public String getCallbackName() {
        return "unreleased_schema";
    }
}
