package cn.gdpilot.journey;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.mail.Postman;
import cn.gdpilot.domain.pilot.PilotImport;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.platform.engine.jobs.EngineClock;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import cn.gdpilot.rehearsal.SampleMaterials;
import cn.gdpilot.running.ApplicationTest;
import cn.gdpilot.running.FreshStart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verbs of a round, spoken over HTTP to the running application; jobs are run by hand and the clock is moved. */
@ApplicationTest
public abstract class Journey {

    static final String PASSWORD = "demo";

    protected final SampleMaterials samples = new SampleMaterials(Path.of("src/samples/materials"));
    /** The materials of a draft; see {@link #givenDraft}. */
    protected final SampleMaterials attached = LeanMaterials.all();

    private final Map<String, OfficerClient> officers = new HashMap<>();
    private final AtomicInteger applicants = new AtomicInteger();

    @LocalServerPort
    protected int port;

    @Autowired
    protected PilotClock clock;

    @Autowired
    protected EngineClock engineClock;

    @Autowired
    Applications applications;

    @Autowired
    Recommendations recommendations;

    @Autowired
    protected PilotRegister pilots;

    @Autowired
    private PilotImport pilotLists;

    @Autowired
    protected Rounds rounds;

    @Autowired
    protected Postman postman;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private FreshStart beginning;

    protected int year;
    protected String round;

    /** A round of a fresh year, opened by the Department on 11-29. */
    protected void givenRound() {
        go("round", () -> {
            givenFreshYear();
            startRound();
            return round;
        });
    }

    /** Goes that way, or finds itself at its end, if a test before began in the same way. */
    <T> T go(String step, Supplier<T> way) {
        Place<T> place = beginning.go(step, () -> new Place<>(way.get(), year, round, applicants.get()));
        year = place.year();
        round = place.round();
        applicants.set(place.applicants());
        return place.found();
    }

    /** A round of the year after, while what was selected is still a pilot. */
    protected void givenNextRound() {
        year += 1;
        whenClockShows("11-29T09:00:00");
        startRound();
    }

    private void startRound() {
        Answer started = officer("dept-44")
                .start(
                        "campaign",
                        Map.of(
                                "title", year + "年试点示范推荐",
                                "noticeNumber", "测试文号",
                                "cityDeadline", year + "-12-08T17:30",
                                "ministryDeadline", year + "-12-20T24:00"));
        started.ok();
        thenRoundIsOpen();
    }

    /** The morning of Monday 11-29 in the next year whose cities' deadline, 12-08, is a Wednesday, as in 2027. */
    protected void givenFreshYear() {
        year = IntStream.iterate(clock.today().getYear() + 1, next -> next + 1)
                .filter(next -> LocalDate.of(next, 12, 8).getDayOfWeek() == DayOfWeek.WEDNESDAY)
                .findFirst()
                .orElseThrow();
        whenClockShows("11-29T09:00:00");
    }

    /** Takes the round that was just started for this test's own. */
    protected void thenRoundIsOpen() {
        round = rounds.current().orElseThrow().id();
        settle();
    }

    /** Moves the clock to a time of the round's year, e.g. 12-08T17:30:00, and runs what is due. */
    protected void whenClockShows(String monthAndTime) {
        go(step("clock", year, monthAndTime), () -> {
            clockShows(monthAndTime);
            settle();
            return round;
        });
    }

    /** Moves the clock and runs nothing: timers are late. */
    void clockShows(String monthAndTime) {
        engineClock.moveTo(LocalDateTime.parse(year + "-" + monthAndTime)
                .atZone(PilotClock.GUANGDONG)
                .toInstant());
    }

    protected void settle() {
        engineClock.settle();
    }

    protected OfficerClient officer(String name) {
        return officers.computeIfAbsent(name, user -> new OfficerClient(base(), user, PASSWORD));
    }

    /** Clicks of several people at the same moment; what each was answered. */
    protected static <T> List<T> atOnce(List<Callable<T>> clicks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clicks.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> click : threads.invokeAll(clicks)) {
                answers.add(click.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    protected URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A registered applicant. */
    protected Applicant givenApplicant() {
        return go("applicant", this::register);
    }

    private Applicant register() {
        int number = applicants.incrementAndGet();
        String code = creditCode("91440101MA%07d".formatted(number));
        ApplicantClient client = new ApplicantClient(base(), code, "Testing-123");
        client.register(Map.of(
                        "creditCode",
                        code,
                        "name",
                        "测试单位" + number,
                        "applicantType",
                        "INDUSTRIAL",
                        "city",
                        "广州市",
                        "contactName",
                        "联系人" + number,
                        "contactPhone",
                        "020-12345678",
                        "contactEmail",
                        "company" + number + "@example.org",
                        "password",
                        "Testing-123"))
                .ok();
        return new Applicant(client, "company" + number + "@example.org");
    }

    /** A complete draft with all materials. */
    protected String givenDraft(Applicant applicant, String unit, String direction, String project) {
        return go(
                step("draft", applicant.email(), unit, direction, project),
                () -> draft(applicant, unit, direction, project));
    }

    private String draft(Applicant applicant, String unit, String direction, String project) {
        String id = applicant
                .client()
                .begin(Map.of("unit", unit, "projectName", project))
                .ok()
                .json()
                .get("id")
                .asText();
        applicant
                .client()
                .edit(
                        id,
                        Map.of(
                                "direction",
                                direction,
                                "summary",
                                "测试项目",
                                "registeredIn",
                                "GD",
                                "legalPerson",
                                true,
                                "majorAccident",
                                false,
                                "commitmentLetter",
                                true,
                                "built",
                                true,
                                "innovationProject",
                                "NONE"))
                .ok();
        attached.attachAll(applicant.client(), id, false);
        return id;
    }

    /** A submitted application of a new applicant. */
    protected Submitted givenSubmitted(String unit, String direction, String project) {
        return go(step("submitted", unit, direction, project), () -> {
            Applicant applicant = givenApplicant();
            String id = givenDraft(applicant, unit, direction, project);
            applicant.client().submit(id, "key-" + id).ok();
            settle();
            return new Submitted(id, applicant);
        });
    }

    /** An application that its unit has accepted. */
    protected Submitted givenAccepted(String unit, String direction, String project) {
        return go(step("accepted", unit, direction, project), () -> {
            Submitted submitted = givenSubmitted(unit, direction, project);
            whenAccepted(unit, submitted.id());
            return submitted;
        });
    }

    List<Submitted> givenAccepted(int count, String unit, String direction) {
        List<Submitted> accepted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            accepted.add(givenAccepted(unit, direction, names(unit, i)));
        }
        return accepted;
    }

    private static String names(String unit, int i) {
        String[] topics = {
            "注塑车间能耗优化", "家电整机质检", "陶瓷窑炉监测", "服装柔性排产", "电池极片追溯", "纸箱印刷协同", "灯具供应链", "模具远程运维", "食品冷链", "船舶焊接"
        };
        return topics[i % topics.length] + unit.hashCode() % 97 + "号" + i;
    }

    /** A list of earlier rounds' pilots comes in: lines of project, applicant, credit code, first day. */
    protected void givenPilots(String lines) {
        pilotLists.take(
                "往年.csv",
                ("项目名称,申报单位,统一社会信用代码,开始日期\n" + lines).getBytes(StandardCharsets.UTF_8),
                new Actor("dept-44", "dept-44"));
        settle();
    }

    protected static String creditCode(String first17) {
        return first17 + CreditCode.checkCharacter(first17);
    }

    protected void whenAccepted(String unit, String id) {
        complete(
                        unit,
                        "UserTask_AcceptApplication",
                        taskOf(id),
                        Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN", "points", OfficerClient.ALL_POINTS))
                .ok();
    }

    /** The officer's open tasks of that kind in this test's round. */
    protected List<Task> tasks(String officer, String taskKey) {
        return officer(officer).tasks(taskKey).stream()
                .filter(task -> jdbc.sql(
                                "select text_ from act_ru_variable where proc_inst_id_ = :instance and name_ = 'campaignId' and execution_id_ = :instance")
                        .param("instance", task.processInstanceId())
                        .query(String.class)
                        .single()
                        .equals(round))
                .toList();
    }

    /** Completes the unit's open task in that process instance. */
    protected Answer complete(String officer, String taskKey, String processInstanceId, Map<String, ?> answers) {
        Task task = tasks(officer, taskKey).stream()
                .filter(one -> one.processInstanceId().equals(processInstanceId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(officer + " has no task " + taskKey));
        Answer answer = officer(officer).complete(task, answers);
        settle();
        return answer;
    }

    /** Completes the newest task of that kind that the officer has. */
    protected Answer complete(String officer, String taskKey, Map<String, ?> answers) {
        List<Task> tasks = tasks(officer, taskKey);
        if (tasks.isEmpty()) {
            throw new AssertionError(officer + " has no task " + taskKey);
        }
        Answer answer = officer(officer).complete(tasks.get(tasks.size() - 1), answers);
        settle();
        return answer;
    }

    protected String taskOf(String applicationId) {
        return jdbc.sql("select proc_inst_id_ from act_ru_execution where business_key_ = :key and parent_id_ is null")
                .param("key", applicationId)
                .query(String.class)
                .single();
    }

    /** Ranks in this order, signs, and sends off. */
    protected void whenListed(String unit, List<String> order) {
        go(step("listed", unit, order), () -> {
            list(unit, order);
            return unit;
        });
    }

    private void list(String unit, List<String> order) {
        complete(unit, "UserTask_RankProjects", Map.of("ranking", String.join("\n", order), "grounds", "其余项目成效尚不明显"))
                .ok();
        complete(unit + "-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        complete(unit, "UserTask_HandOver", Map.of("sentBy", "送件人")).ok();
    }

    /** The destination's counter registers what is needed: two tables, sets on paper, a disc. */
    protected Answer registerArrival(String destination, String unit) {
        Answer answer = registerArrivalBeforeTimers(destination, unit);
        settle();
        return answer;
    }

    /** The unit's list reaches the Department in time, whole. */
    protected void whenArrived(String unit, List<String> order) {
        go(step("arrived", unit, order), () -> {
            list(unit, order);
            return registerArrival("dept-44", unit).ok();
        });
    }

    /** The cities' deadline is over, and both branches of the province pass all that they have. */
    void whenProvinceHasReviewed() {
        go("province has reviewed", () -> {
            whenClockShows("12-08T17:30:01");
            whenAllPass("dept-44");
            whenAllPass("ca-44");
            return round;
        });
    }

    /** The same, while no timer has fired. */
    Answer registerArrivalBeforeTimers(String destination, String unit) {
        Task task = tasks(destination, "UserTask_RegisterArrival").stream()
                .filter(one -> officer(destination).variable(one, "unit").equals(unit))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing of " + unit + " is on its way"));
        int papers = destination.equals("dept-44") ? 6 : 5;
        return officer(destination).complete(task, Map.of("tableCopies", 2, "paperCopies", papers, "discCopies", 1));
    }

    /** Every open review of that office passes. */
    void whenAllPass(String officer) {
        for (Task task : tasks(officer, "UserTask_ReviewProject")) {
            officer(officer)
                    .complete(task, Map.of("outcome", "PASS", "grounds", "符合条件"))
                    .ok();
        }
        settle();
    }

    protected ApplicationState state(String id) {
        return applications.get(id).state();
    }

    protected Application application(String id) {
        return applications.get(id);
    }

    /** Subjects of all letters to that address so far, sent or waiting. */
    protected List<String> lettersTo(String address) {
        return jdbc.sql("select subject from outbox where recipient = :address order by id")
                .param("address", address)
                .query(String.class)
                .list();
    }

    static String step(Object... parts) {
        return Arrays.toString(parts);
    }

    /** Where a way led: what it found, and what this test knows by then. */
    private record Place<T>(T found, int year, String round, int applicants) {}

    public record Applicant(ApplicantClient client, String email) {}

    public record Submitted(String id, Applicant applicant) {}
}
