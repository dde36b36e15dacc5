package cn.gdpilot.security;

import cn.gdpilot.journey.Journey;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.provider.Arguments;

/** CVE-2026-109432: a reviewer's task query with an expression inside an or-query, which the engine would evaluate. */
abstract class QueryExpressionAttack extends Journey {

    static final String MARK = "gdpilot.attack";
    private static final String PAYLOAD =
            "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass()).invoke(null, '"
                    + MARK + "', 'done')}";

    @AfterEach
    void forget() {
        System.clearProperty(MARK);
    }

    static Stream<Arguments> queries() {
        Map<String, Object> inside = Map.of("assigneeExpression", PAYLOAD);
        return Stream.of(
                Arguments.of("/task", Map.of("orQueries", List.of(inside))),
                Arguments.of("/task/count", Map.of("orQueries", List.of(inside))),
                Arguments.of("/task", inside));
    }

    Answer attack(String path, Object query) {
        return officer("city-440100").post(path, query);
    }

    static boolean bitten() {
        return System.getProperty(MARK) != null;
    }
}
