package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.platform.engine.guard.decision.Fields;
import java.util.Set;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;

/**
 * Finds expressions in a person's queries, at any depth. The engine evaluates them with its full expression language,
 * inside or-queries without its own check (CVE-2026-109432); only three harmless ones pass, since filters need them.
 */
final class QueryExpressions {

    private static final Set<String> HARMLESS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    private QueryExpressions() {}

    /** True if every query in the command carries nothing but the three. */
    static boolean areHarmless(Object command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            return isHarmless(query);
        }
        if (command instanceof AbstractExecuteFilterCmd
                && Fields.read(command, "extendingQuery") instanceof AbstractQuery<?, ?> query) {
            return isHarmless(query);
        }
        return !(command instanceof SaveFilterCmd
                && Fields.read(command, "filter") instanceof Filter filter
                && filter.getQuery() instanceof AbstractQuery<?, ?> query
                && !isHarmless(query));
    }

    private static boolean isHarmless(AbstractQuery<?, ?> query) {
        return HARMLESS.containsAll(query.getExpressions().values())
                && !(query instanceof TaskQueryImpl tasks
                        && tasks.getQueries().stream().anyMatch(part -> part != query && !isHarmless(part)));
    }
}
