package cn.gdpilot.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.duplicate.names.CompanyNames;
import cn.gdpilot.domain.duplicate.names.NameRuleFiles;
import cn.gdpilot.domain.duplicate.names.NameRules;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationFixture;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Which experts may be asked, in which order, from what was read before. */
class ExpertChoiceTest {

    private static final int MOST = 3;
    private static final Application PROJECT =
            ApplicationFixture.given().state(ApplicationState.REVIEWED).build();

    @Test
    @DisplayName("experts of equal field → the least burdened first; nearer fields part equals")
    void order() {
        List<Expert> pool =
                List.of(expert("busy", "T01"), expert("wide", "工厂类"), expert("idle", "T01"), expert("some", "T01"));

        assertThat(choice(Set.of(), Map.of("busy", 2, "some", 1)).among(pool))
                .extracting(Expert::account)
                .containsExactly("idle", "wide", "some", "busy");
    }

    @Test
    @DisplayName("full desk, foreign field, inactive, asked before or biased → not asked")
    void leftOut() {
        Expert inactive = new Expert("away", "甲", "某院", null, "广州市", "a@example.org", "T01", "", false);
        List<Expert> pool = List.of(
                expert("full", "T01"),
                expert("foreign", "N01"),
                inactive,
                expert("asked", "T01"),
                expert("bound", "T01"),
                expert("free", "T01"));

        assertThat(choice(Set.of("asked"), Map.of("full", MOST, "free", MOST - 1))
                        .among(pool))
                .extracting(Expert::account)
                .containsExactly("free");
    }

    @Test
    @DisplayName("500 experts compared with the applicant → the words are read once")
    void wordsReadOnce() {
        AtomicInteger read = new AtomicInteger();
        NameRules rules = new NameRuleFiles(new ReferenceFiles(Path.of("content/reference"))).current();
        Bias bias = new Bias(new CompanyNames(() -> {
            read.incrementAndGet();
            return rules;
        }));
        List<Expert> pool = IntStream.range(0, 500)
                .mapToObj(i -> new Expert(
                        "e" + i, "甲", i == 7 ? "某公司" : "某院", null, "", "a@example.org", "T01", "甲厂;乙厂", true))
                .toList();

        List<Expert> chosen = new ExpertChoice(
                        PROJECT, Set.of(), Map.of(), MOST, bias.towards(ApplicationFixture.applicant(), Set.of()))
                .among(pool);

        assertThat(chosen).hasSize(499).extracting(Expert::account).doesNotContain("e7");
        assertThat(read).hasValue(1);
    }

    @Test
    @DisplayName("assignments of a round → one statement counts each expert's, those that ended early left out")
    void loads() {
        SingleConnectionDataSource database =
                new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", true);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("set referential_integrity false").update();
        Panels panels = new Panels(jdbc);
        for (String project : List.of("P1", "P2", "P3")) {
            panels.open("2026", UnitType.DEPARTMENT, project, Instant.EPOCH);
            long panel = panels.find(UnitType.DEPARTMENT, project).orElseThrow().id();
            panels.appoint(panel, "busy", Instant.EPOCH, Instant.EPOCH);
            panels.appoint(panel, "gone", Instant.EPOCH, Instant.EPOCH);
            panels.members(panel).stream()
                    .filter(one -> one.expert().equals("gone"))
                    .forEach(one -> panels.end(one.id(), Assignment.State.REPLACED, null, "迟", Instant.EPOCH));
        }
        panels.open("2025", UnitType.DEPARTMENT, "P0", Instant.EPOCH);
        panels.appoint(panels.find(UnitType.DEPARTMENT, "P0").orElseThrow().id(), "busy", Instant.EPOCH, Instant.EPOCH);

        assertThat(panels.loads("2026")).isEqualTo(Map.of("busy", 3));
        database.destroy();
    }

    private static ExpertChoice choice(Set<String> notAgain, Map<String, Integer> loads) {
        return new ExpertChoice(
                PROJECT, notAgain, loads, MOST, expert -> expert.account().equals("bound"));
    }

    private static Expert expert(String account, String fields) {
        return new Expert(account, "甲", "某院", null, "广州市", "a@example.org", fields, "", true);
    }
}
