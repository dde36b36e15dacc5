package cn.gdpilot.domain.project;

import cn.gdpilot.domain.identity.UnitType;
import java.time.Instant;

/** Applications as values, for tests without a database. */
public final class ApplicationFixture {

    private ApplicationFixture() {}

    /** A city's application for a built project, everything answered as an applicant would who may apply. */
    public static Application application(
            String id, String roundId, ApplicationState state, String projectName, String direction, String category) {
        return new Application(
                id,
                roundId,
                1,
                "city-440100",
                UnitType.CITY,
                state,
                1,
                0,
                projectName,
                direction,
                category,
                "测试项目",
                "GD",
                true,
                false,
                false,
                true,
                true,
                "NONE",
                false,
                false,
                false,
                false,
                "某人",
                "020-12345678",
                "someone@example.org",
                Instant.EPOCH,
                null);
    }
}
