package cn.gdpilot.desk.application;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.direction.Directions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/** Applications that may be handed in: everything answered and attached as the tables ask. */
public abstract class SubmissionData extends DataTest {

    protected static final String CITY = "city-440100";

    private static final Map<MaterialKind, Integer> ASKED = Map.of(
            MaterialKind.APPLICATION_FORM, 1,
            MaterialKind.VIDEO, 1,
            MaterialKind.AUDIT_REPORT, 3,
            MaterialKind.COMMITMENT_LETTER, 1,
            MaterialKind.TRUTH_STATEMENT, 1,
            MaterialKind.INDEX, 1,
            MaterialKind.EVIDENCE, 1);

    @Autowired
    Directions directions;

    protected String givenComplete(Round round, Applicant applicant, String projectName, String direction) {
        String id = givenApplication(round, CITY, applicant, projectName, ApplicationState.DRAFT);
        ApplicationForm answers = new ApplicationForm(
                null, direction, "测试项目", "GD", true, false, true, true, "NONE", null, null, null, null, null, null,
                null, null, null);
        String category = directions.get(direction, units.get(CITY).type()).category();
        applications.write(id, answers, category, null);
        applications.recordDishonesty(id, false);
        ASKED.forEach((kind, count) -> {
            for (int number = 1; number <= count; number++) {
                attach(id, kind, number);
            }
        });
        return id;
    }

    private int roundYear(String id) {
        return rounds.get(applications.get(id).roundId()).roundYear();
    }

    private void attach(String id, MaterialKind kind, int number) {
        boolean video = kind == MaterialKind.VIDEO;
        jdbc.sql("""
                insert into material (application_id, kind, name, format, size_bytes, sha256, video_seconds, uploaded_at, place, report_year)
                values (:id, :kind, :name, :format, 1, :sha, :seconds, :at, :place, :year)""")
                .param("id", id)
                .param("kind", kind.name())
                .param("name", kind + "-" + number)
                .param("format", video ? "mp4" : "pdf")
                .param("sha", "0".repeat(64))
                .param("seconds", video ? 420 : null)
                .param("at", Timestamp.from(Instant.parse("2026-12-01T00:00:00Z")))
                .param("place", number)
                .param("year", kind == MaterialKind.AUDIT_REPORT ? roundYear(id) - number : null)
                .update();
    }
}
