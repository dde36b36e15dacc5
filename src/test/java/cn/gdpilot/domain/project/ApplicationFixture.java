package cn.gdpilot.domain.project;

import cn.gdpilot.domain.identity.UnitType;
import java.time.Instant;

/** Applications as values, for tests without a database: a city's, answered as by an applicant who may apply. */
public final class ApplicationFixture {

    private String id = "GD2026-1";
    private String roundId = "2026";
    private String unitId = "city-440100";
    private ApplicationState state = ApplicationState.DRAFT;
    private int version = 1;
    private String projectName = "项目";
    private String direction = "T01";
    private String category = "工厂类";
    private DeclaredFacts facts =
            new DeclaredFacts("GD", true, null, false, true, true, "NONE", false, false, true, false, "注册地在外市", null);
    private Instant submittedAt;

    private ApplicationFixture() {}

    public static ApplicationFixture given() {
        return new ApplicationFixture();
    }

    /** The applicant of these applications. */
    public static Applicant applicant() {
        return new Applicant(
                1, "91440101MA00000001", "某公司", "INDUSTRIAL", "广州市", new Contact("甲", "020-1", "a@example.org"));
    }

    public ApplicationFixture id(String value) {
        id = value;
        return this;
    }

    public ApplicationFixture roundId(String value) {
        roundId = value;
        return this;
    }

    public ApplicationFixture unitId(String value) {
        unitId = value;
        return this;
    }

    public ApplicationFixture state(ApplicationState value) {
        state = value;
        return this;
    }

    public ApplicationFixture version(int value) {
        version = value;
        return this;
    }

    public ApplicationFixture projectName(String value) {
        projectName = value;
        return this;
    }

    public ApplicationFixture direction(String value) {
        direction = value;
        return this;
    }

    public ApplicationFixture category(String value) {
        category = value;
        return this;
    }

    public ApplicationFixture facts(DeclaredFacts value) {
        facts = value;
        return this;
    }

    public ApplicationFixture submittedAt(Instant value) {
        submittedAt = value;
        return this;
    }

    public Application build() {
        return new Application(
                id,
                roundId,
                1,
                unitId,
                UnitType.CITY,
                state,
                version,
                0,
                projectName,
                direction,
                category,
                "简介",
                facts,
                new Contact("乙", "020-2", "b@example.org"),
                Instant.EPOCH,
                submittedAt);
    }
}
