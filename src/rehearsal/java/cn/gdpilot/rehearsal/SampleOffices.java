package cn.gdpilot.rehearsal;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The officers of all offices at work, as the sample round's lines say. */
final class SampleOffices {

    private static final String PASSWORD = "demo";
    private static final String LEAD = "-lead";
    private static final int REFUSED = 400;

    private final URI base;
    private final SampleApplicants applicants;
    private final Map<String, OfficerClient> officers = new HashMap<>();

    SampleOffices(URI base, SampleApplicants applicants) {
        this.base = base;
        this.applicants = applicants;
    }

    void startRound(int year) {
        officer("dept-44")
                .start(
                        "campaign",
                        Map.of(
                                "title", year + "年工业互联网试点示范项目推荐（演练）",
                                "cityDeadline", year + "-12-08T17:30",
                                "ministryDeadline", year + "-12-20T24:00"))
                .ok();
    }

    /** Accepts, returns or refuses every application that waits at that unit. */
    void decideOnApplications(String unit) {
        decide(unit, SampleOffices::decision);
    }

    /** Decides on every application of the rehearsal that waits at that unit; what others handed in stays. */
    void decide(String unit, Function<SampleApplication, Map<String, String>> decision) {
        for (Task task : officer(unit).tasks("UserTask_AcceptApplication")) {
            SampleApplication application = application(unit, task);
            if (application != null) {
                officer(unit).complete(task, decision.apply(application)).ok();
            }
        }
    }

    static Map<String, String> decision(SampleApplication application) {
        return switch (application.scenario()) {
            case "return" -> Map.of("outcome", "RETURN", "grounds", "示例：请补充项目简介");
            case "refuse" -> Map.of("outcome", "REFUSE", "rule", "R2.4", "grounds", "示例：去年发生重大安全事故");
            default -> acceptance();
        };
    }

    /** Accepts whatever has come back corrected. */
    void acceptCorrected(String unit) {
        each(unit, "UserTask_AcceptApplication", task -> acceptance());
    }

    static Map<String, String> acceptance() {
        return Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN", "points", OfficerClient.ALL_POINTS);
    }

    /** Ranks in this order; while the list is refused for its length, the last is left out. */
    List<String> rank(String unit, List<String> order) {
        Task task = one(unit, "UserTask_RankProjects");
        List<String> list = new ArrayList<>(order);
        Answer answer = rank(unit, task, list);
        while (answer.status() == REFUSED && answer.body().contains("名额") && !list.isEmpty()) {
            list.remove(list.size() - 1);
            answer = rank(unit, task, list);
        }
        answer.ok();
        return list;
    }

    private Answer rank(String unit, Task task, List<String> list) {
        return officer(unit).complete(task, Map.of("ranking", String.join("\n", list), "grounds", "示例：超出名额的未列入"));
    }

    void sign(String unit) {
        trySign(unit).ok();
    }

    /** True if the lead may sign as things are. */
    boolean signs(String unit) {
        return trySign(unit).status() != REFUSED;
    }

    /** The lead sends the list back to be ranked anew. */
    void giveBack(String unit) {
        officer(unit + LEAD)
                .complete(
                        one(unit + LEAD, "UserTask_SignRecommendation"),
                        Map.of("outcome", "RETURN", "grounds", "示例：排序后又有受理的申请"))
                .ok();
    }

    private Answer trySign(String unit) {
        return officer(unit + LEAD)
                .complete(
                        one(unit + LEAD, "UserTask_SignRecommendation"),
                        Map.of("outcome", "SIGN", "notAwaited", "示例：多次联系仍未补正"));
    }

    void handOver(String unit) {
        officer(unit)
                .complete(one(unit, "UserTask_HandOver"), Map.of("sentBy", "示例送件人"))
                .ok();
    }

    /** The counter registers everything that is on its way: R4.2, R4.4. */
    void registerArrivals(String counter, int paperCopies) {
        each(
                counter,
                "UserTask_RegisterArrival",
                task -> Map.of("tableCopies", 2, "paperCopies", paperCopies, "discCopies", 1));
    }

    /** Reviews every project that waits there. */
    void review(String office, Function<SampleApplication, Boolean> passes) {
        each(
                office,
                "UserTask_ReviewProject",
                task -> passes.apply(application(office, task))
                        ? Map.of("outcome", "PASS", "grounds", "示例：符合条件")
                        : Map.of("outcome", "FAIL", "grounds", "示例：未通过评审"));
    }

    /** The same project only where the sample round says so; look-alikes are told apart. */
    void resolveDuplicates() {
        each(
                "dept-44",
                "UserTask_ResolveDuplicate",
                task -> sameProject(officer("dept-44").variable(task, "view"))
                        ? Map.of("outcome", "SAME", "keep", kept(task), "grounds", "示例：同一产线、同一批设备")
                        : Map.of("outcome", "DISTINCT", "grounds", "示例：项目不同"));
    }

    /** The form's proposal, where a rule leaves no choice. */
    private String kept(Task task) {
        String proposed = officer("dept-44").variable(task, "keep");
        return proposed == null ? "FIRST" : proposed;
    }

    private boolean sameProject(String sheet) {
        return applicants.applications().stream()
                .filter(one -> one.twin() != null)
                .anyMatch(one -> sheet.contains(applicants.id(one))
                        && sheet.contains(applicants.id(applicants.byRef(one.twin()))));
    }

    /** The lead selects whatever is proposed. */
    void select() {
        Task decide = one("ministry-lead", "UserTask_DecideSelection");
        String proposal = officer("ministry-lead").variable(decide, "selection");
        officer("ministry-lead")
                .complete(decide, Map.of("selection", proposal, "grounds", "示例：综合评审"))
                .ok();
    }

    void publish() {
        officer("ministry")
                .complete(one("ministry", "UserTask_PublishResult"), Map.of("outcome", "PUBLISH"))
                .ok();
    }

    /** True if such a task waits for that officer. */
    boolean waits(String officer, String taskKey) {
        return !officer(officer).tasks(taskKey).isEmpty();
    }

    private SampleApplication application(String officer, Task task) {
        return applicants.byId(officer(officer).variable(task, "applicationId"));
    }

    private void each(String officer, String taskKey, Function<Task, Map<String, ?>> answers) {
        for (Task task : officer(officer).tasks(taskKey)) {
            officer(officer).complete(task, answers.apply(task)).ok();
        }
    }

    private Task one(String officer, String taskKey) {
        return officer(officer).tasks(taskKey).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(officer + " has no task " + taskKey));
    }

    private OfficerClient officer(String name) {
        return officers.computeIfAbsent(name, user -> new OfficerClient(base, user, PASSWORD));
    }
}
