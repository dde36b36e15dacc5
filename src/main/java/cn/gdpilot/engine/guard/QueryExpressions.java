package cn.gdpilot.engine.guard;

import cn.gdpilot.wording.Texts;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds expressions in a person's queries, at any depth. The engine evaluates them with its full expression language,
 * inside or-queries without its own check (CVE-2026-109432); only three harmless ones pass, since filters need them.
 */
final class QueryExpressions {

    private static final Logger LOG = LoggerFactory.getLogger(QueryExpressions.class);
    private static final Set<String> HARMLESS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    private QueryExpressions() {}

    /** Refuses the command if a query in it carries any other expression. */
    static void check(Object command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            check(query);
        } else if (command instanceof AbstractExecuteFilterCmd
                && Fields.read(command, "extendingQuery") instanceof AbstractQuery<?, ?> query) {
            check(query);
        } else if (command instanceof SaveFilterCmd
                && Fields.read(command, "filter") instanceof Filter filter
                && filter.getQuery() instanceof AbstractQuery<?, ?> query) {
            check(query);
        }
    }

    private static void check(AbstractQuery<?, ?> query) {
        if (!HARMLESS.containsAll(query.getExpressions().values())) {
            LOG.warn("Refused a query with expressions {}", query.getExpressions().keySet());
            throw new Refused(Texts.of("guard.expression"), Status.FORBIDDEN);
        }
        if (query instanceof TaskQueryImpl tasks) {
            List<TaskQueryImpl> parts = tasks.getQueries();
            parts.stream().filter(part -> part != query).forEach(QueryExpressions::check);
        }
    }
}
