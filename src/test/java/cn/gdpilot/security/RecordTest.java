package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.mail.NightlyAnchor;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordCheck;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.record.VerifyRecord;
import cn.gdpilot.journey.Journey;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** The record keeps what happened, and whatever somebody does to its table shows. */
class RecordTest extends Journey {

    @Autowired
    RecordBook book;

    @Autowired
    RecordCheck check;

    @Autowired
    ManagementService management;

    @Autowired
    NightlyAnchor night;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    @Autowired
    HikariDataSource database;

    @Test
    @DisplayName("a decision is kept with person, office, address, grounds, states and the model's version")
    void decisions() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "记录在案");
        complete(
                        "city-440100",
                        "UserTask_AcceptApplication",
                        taskOf(project.id()),
                        Map.of("outcome", "RETURN", "grounds", "缺审计报告"))
                .ok();

        assertThat(
                        lines(
                                "action = 'application.step' and subject = '" + project.id()
                                        + "' and became = 'RETURNED'"
                                        + " and was = 'SUBMITTED' and person = 'city-440100' and office = 'city-440100' and address = '127.0.0.1' and grounds like '%缺审计报告%'"))
                .isOne();
        assertThat(lines("action = 'task.completed' and subject like '%" + project.id()
                        + "%' and became = 'RETURN' and model like 'application:%'"))
                .isOne();
        assertThat(check.run().findings()).isEmpty();
    }

    @Test
    @DisplayName("sign-ins, wrong tries and refused commands are kept")
    void refusals() {
        officer("city-440400").send("PUT", "/camunda/api/engine/engine/default/user/city-440400/profile", Map.of());
        officer("city-440400").post("/history/process-instance", Map.of());

        assertThat(lines("action = 'sign-in' and person = 'city-440400'")).isPositive();
        assertThat(lines("action = 'sign-in' and address is null")).isZero();
        assertThat(lines("action = 'guard.refused' and person = 'city-440400'")).isPositive();
    }

    @Test
    @DisplayName("an operator sets the tries of a job → a line with the job, its instance, from and to")
    void retries() {
        givenRound();
        Job timer = management.createJobQuery().timers().active().listPage(0, 1).get(0);

        officer("operator")
                .send(
                        "PUT",
                        "/camunda/api/engine/engine/default/job/" + timer.getId() + "/retries",
                        Map.of("retries", 0));
        officer("operator")
                .send(
                        "PUT",
                        "/camunda/api/engine/engine/default/job/" + timer.getId() + "/retries",
                        Map.of("retries", timer.getRetries()));

        assertThat(lines("action = 'job.retries' and person = 'operator' and subject = '" + timer.getId() + " / "
                        + timer.getProcessInstanceId() + "' and was = '" + timer.getRetries() + "' and became = '0'"))
                .isOne();
        assertThat(lines("action = 'job.retries' and subject like '" + timer.getId() + "%' and was = '0'"))
                .isOne();
    }

    @Test
    @DisplayName("what is rolled back leaves no line and no gap")
    void rollback() {
        long before = check.run().lines();
        transaction.executeWithoutResult(status -> {
            book.write(RecordEvent.of(Actor.SYSTEM, "test", "rolled back", null));
            status.setRollbackOnly();
        });

        assertThat(check.run().lines()).isEqualTo(before);
    }

    @Test
    @DisplayName("eight threads write a whole chain")
    void threads() throws Exception {
        long before = check.run().lines();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Object>> writers = IntStream.range(0, 80)
                .<Callable<Object>>mapToObj(i -> () -> {
                    transaction.executeWithoutResult(
                            status -> book.write(RecordEvent.of(Actor.SYSTEM, "test", "thread " + i, null)));
                    return null;
                })
                .toList();
        for (Future<Object> done : threads.invokeAll(writers)) {
            done.get();
        }
        threads.shutdown();

        assertThat(check.run().lines()).isEqualTo(before + 80);
        assertThat(check.run().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record_entry set person = 'other' where seq = :n",
                "update record_entry set at_ms = at_ms + 1 where seq = :n",
                "update record_entry set grounds = null where seq = :n",
                "update record_entry set became = 'SELECTED' where seq = :n",
                "update record_entry set hash = previous where seq = :n",
                "delete from record_entry where seq = :n",
                "delete from record_entry where seq > :n",
                "update record_entry set seq = case when seq = :n then -1 else seq end",
                "update record_end set seq = seq - 1",
                "update record_end set hash = 'x'",
            })
    @DisplayName("an edit, a deletion, a swap or a cut shows")
    void tampering(String attack) {
        for (int i = 0; i < 5; i++) {
            book.write(new RecordEvent(Actor.SYSTEM, "test", "line " + i, "理由", "a", "b", null));
        }
        long last = check.run().lines();
        assertThat(check.run().findings()).isEmpty();

        transaction.executeWithoutResult(status -> {
            jdbc.sql(attack)
                    .params(attack.contains(":n") ? Map.of("n", last - 2) : Map.of())
                    .update();
            assertThat(check.run().findings()).isNotEmpty();
            status.setRollbackOnly();
        });
    }

    @Test
    @DisplayName("a cut together with an older end shows against the day's anchor, which the auditor has by mail")
    void anchor() {
        book.write(RecordEvent.of(Actor.SYSTEM, "test", "first", null));
        Map<String, Object> olderEnd =
                jdbc.sql("select seq, hash, seal from record_end").query().singleRow();
        book.write(RecordEvent.of(Actor.SYSTEM, "test", "second", null));
        night.keep();

        assertThat(lettersTo("auditor@example.org")).anyMatch(subject -> subject.startsWith("操作记录链首值"));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from record_entry where seq > :seq")
                    .param("seq", olderEnd.get("seq"))
                    .update();
            jdbc.sql("update record_end set seq = :seq, hash = :hash, seal = :seal")
                    .param("seq", olderEnd.get("seq"))
                    .param("hash", olderEnd.get("hash"))
                    .param("seal", olderEnd.get("seal"))
                    .update();
            assertThat(check.run().findings()).anyMatch(finding -> finding.contains("每日链首值"));
            status.setRollbackOnly();
        });
    }

    @Test
    @DisplayName("the auditor reads, checks and takes the record away; nobody else does")
    void auditor() {
        assertThat(officer("auditor").send("GET", "/audit?check=true", null).body())
                .contains("核验通过");
        assertThat(officer("auditor").send("GET", "/audit/record.jsonl", null).body())
                .contains("\"hash\":");
        for (String other : List.of("operator", "security", "dept-44", "camunda-admin", "city-440100")) {
            assertThat(officer(other).send("GET", "/audit", null).status())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName("who opens a file is kept, and who is refused too")
    void reading() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "谁看过");
        String address = "/dossier/" + project.id();

        officer("city-440100").send("GET", address, null);
        officer("city-440400").send("GET", address, null);
        officer("expert").send("GET", address, null);

        assertThat(lines("action = 'dossier.opened' and person = 'city-440100' and subject = '" + address + "'"))
                .isOne();
        assertThat(lines("action = 'read.refused' and person in ('city-440400', 'expert') and subject = '" + address
                        + "'"))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("a command of its own checks the record without starting the application")
    void command() {
        String[] settings = {
            "--spring.datasource.url=" + database.getJdbcUrl(),
            "--pilot.audit.key=" + environment.getProperty("pilot.audit.key"),
            "--pilot.audit.key-file=" + environment.getProperty("pilot.audit.key-file")
        };
        assertThat(VerifyRecord.run(settings)).isZero();

        String hash = jdbc.sql("select hash from record_entry where seq = 1")
                .query(String.class)
                .single();
        jdbc.sql("update record_entry set hash = 'x' where seq = 1").update();
        try {
            assertThat(VerifyRecord.run(settings)).isOne();
        } finally {
            jdbc.sql("update record_entry set hash = :hash where seq = 1")
                    .param("hash", hash)
                    .update();
        }
    }

    private int lines(String condition) {
        return jdbc.sql("select count(*) from record_entry where " + condition)
                .query(Integer.class)
                .single();
    }
}
