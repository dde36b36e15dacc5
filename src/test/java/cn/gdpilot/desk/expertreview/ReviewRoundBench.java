package cn.gdpilot.desk.expertreview;

import cn.gdpilot.GdPilotApplication;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.Criteria;
import cn.gdpilot.domain.scoring.Criterion;
import cn.gdpilot.domain.scoring.Expert;
import cn.gdpilot.domain.scoring.ExpertReview;
import cn.gdpilot.domain.scoring.Experts;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.scoring.Score;
import cn.gdpilot.platform.engine.jobs.EngineClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A round of expert reviews through the engine, run by hand: {@code java -cp <test class path>
 * cn.gdpilot.desk.expertreview.ReviewRoundBench [projects] [rounds]}, 124 projects × 3 experts unless told otherwise. Each expert
 * declares, scores and hands in through the desk, as on the page; the first round warms up.
 */
public final class ReviewRoundBench {

    private static final int PROJECTS = 124;
    private static final int POOL = 24;
    private static final int YEAR = 2030;

    private final ConfigurableApplicationContext application;
    private final int projects;

    private ReviewRoundBench(ConfigurableApplicationContext application, int projects) {
        this.application = application;
        this.projects = projects;
    }

    public static void main(String[] arguments) {
        int projects = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PROJECTS;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        try (ConfigurableApplicationContext application =
                SpringApplication.run(GdPilotApplication.class, "--spring.profiles.active=test,rehearsal")) {
            ReviewRoundBench bench = new ReviewRoundBench(application, projects);
            bench.enterPool();
            System.out.printf(
                    "%-6s %10s %10s %10s %10s %8s%n", "round", "appoint s", "score s", "order s", "sum s", "panels");
            for (int number = 1; number <= rounds; number++) {
                bench.run(number);
            }
        }
    }

    private void run(int number) {
        String round = givenRound(number);
        long start = System.nanoTime();
        for (int i = 0; i < projects; i++) {
            String id = id(number, i);
            bean(RuntimeService.class)
                    .startProcessInstanceByKey(
                            "expert-review",
                            id + "/dept-44",
                            Variables.putValue("campaignId", round)
                                    .putValue("applicationId", id)
                                    .putValue("unit", "dept-44"));
        }
        bean(EngineClock.class).settle();
        long appointed = System.nanoTime();
        List<Panel> panels = bean(Panels.class).of(round, UnitType.DEPARTMENT);
        panels.forEach(this::score);
        bean(EngineClock.class).settle();
        long scored = System.nanoTime();
        bean(MeritOrder.class).proposed(round, UnitType.DEPARTMENT, 30);
        long ordered = System.nanoTime();
        long closed = bean(Panels.class).of(round, UnitType.DEPARTMENT).stream()
                .filter(Panel::closed)
                .count();
        System.out.printf(
                "%-6d %10.2f %10.2f %10.2f %10.2f %8d%n",
                number,
                seconds(start, appointed),
                seconds(appointed, scored),
                seconds(scored, ordered),
                seconds(start, ordered),
                closed);
    }

    private void score(Panel panel) {
        List<Criterion> criteria = bean(Criteria.class).of(panel.roundId());
        for (Assignment one : bean(Panels.class).members(panel.id())) {
            Actor expert = new Actor(one.expert(), null);
            Map<String, Score> scores = criteria.stream()
                    .map(criterion -> new Score(criterion.code(), criterion.highest() * 4 / 5, "有据可查"))
                    .collect(Collectors.toMap(Score::criterion, Function.identity()));
            bean(ExpertReview.class).declareUnbiased(one.id(), expert);
            bean(ExpertDesk.class).handIn(one.id(), scores, expert);
        }
    }

    private void enterPool() {
        for (int i = 0; i < POOL; i++) {
            bean(Experts.class)
                    .enter(new Expert(
                            "bench-expert-" + i,
                            "专家" + i,
                            "研究院" + i,
                            null,
                            "北京市",
                            "expert" + i + "@example.org",
                            "新技术类",
                            "",
                            true));
        }
    }

    /** Projects that the Department has reviewed, written straight into the tables: how they came there is not what is measured. */
    private String givenRound(int number) {
        PilotClock clock = bean(PilotClock.class);
        Round round = bean(Rounds.class)
                .add(
                        YEAR,
                        "评审测速" + number,
                        "",
                        clock.now().plus(Duration.ofDays(1)),
                        clock.now().plus(Duration.ofDays(20)),
                        clock.now());
        JdbcClient jdbc = bean(JdbcClient.class);
        for (int i = 0; i < projects; i++) {
            String code = "BENCH%03d%010d".formatted(number, i);
            jdbc.sql("""
                    insert into applicant (credit_code, name, applicant_type, city, contact_name, contact_phone, contact_email, created_at)
                    values (:code, :name, 'INDUSTRIAL', '广州市', '联系人', '020-12345678', 'bench@example.org', current_timestamp)""")
                    .param("code", code)
                    .param("name", "测速单位" + number + "之" + i)
                    .update();
            jdbc.sql("""
                    insert into application (id, round_id, applicant_id, unit_id, channel, state, version, submissions, project_name, direction,
                      category, demonstration_base, innovation_accepted, revolutionary_area, marked_effect, contact_name, contact_phone,
                      contact_email, created_at, submitted_at)
                    select :id, :round, id, 'city-440100', 'CITY', 'REVIEWED', 1, 1, :name, 'T01', '新技术类', false, false, false, false,
                      '联系人', '020-12345678', 'bench@example.org', current_timestamp, current_timestamp from applicant where credit_code = :code""")
                    .param("id", id(number, i))
                    .param("round", round.id())
                    .param("name", "测速项目" + i)
                    .param("code", code)
                    .update();
        }
        return round.id();
    }

    private static String id(int number, int i) {
        return "BENCH%d-%05d".formatted(number, i);
    }

    private static double seconds(long from, long to) {
        return Duration.ofNanos(to - from).toMillis() / 1000.0;
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
