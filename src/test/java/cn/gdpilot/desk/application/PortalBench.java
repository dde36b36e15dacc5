package cn.gdpilot.desk.application;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * How long pages take with 100,000 applications in the tables (PostgreSQL), beside 2,000 in the same run: the portal's
 * overview, a draft with its self-check, a submitted application with its timeline, the timeline by the API, and the ranking
 * pages of a city and of the Department with 500 candidates each. One client; the ratio is that of the two p95.
 *
 * <p>By hand: {@code java -cp target/test-classes:target/classes:CLASSPATH cn.gdpilot.desk.application.PortalBench [APPLICATIONS]
 * [REQUESTS]}; 100,000 and 200 of each page unless said.
 */
public final class PortalBench {

    private static final int FEW = 2_000;
    private static final int CANDIDATES = 500;
    private static final int PEOPLE = 20;
    private static final String CITY = "city-440100";
    private static final String DEPARTMENT = "dept-44";
    private static final String STATE =
            "case when i <= 500 then 'ACCEPTED' when i <= 1000 then 'REVIEWED' when i % 10 = 0 then 'DRAFT' else 'ACCEPTED' end";

    private final BenchApplication application;
    private final BenchData data;
    private final int requests;

    private PortalBench(BenchApplication application, int requests) {
        this.application = application;
        this.data = new BenchData(application);
        this.requests = requests;
    }

    public static void main(String[] arguments) throws Exception {
        int all = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int requests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        try (BenchApplication application = BenchApplication.start()) {
            new PortalBench(application, requests).run(all);
        }
        System.exit(0);
    }

    private void run(int all) {
        candidates();
        fill(2 * CANDIDATES + 1, FEW);
        measure(FEW); // What is compiled on the way is not measured.
        Map<String, List<Long>> few = measure(FEW);
        fill(FEW + 1, all);
        Map<String, List<Long>> many = measure(all);
        System.out.printf(
                "%-44s  %21s  %21s  %s%n",
                "milliseconds, p50 / p95 / longest", FEW + " applications", all + " applications", "ratio");
        few.forEach((page, before) -> {
            List<Long> after = many.get(page);
            System.out.printf(
                    "%-44s  %5.0f / %5.0f / %5.0f  %5.0f / %5.0f / %5.0f  %.2f%n",
                    page,
                    at(before, 0.5),
                    at(before, 0.95),
                    at(before, 1),
                    at(after, 0.5),
                    at(after, 0.95),
                    at(after, 1),
                    at(after, 0.95) / at(before, 0.95));
        });
    }

    /** 500 accepted by one city, and 500 of other cities that the Department has reviewed and experts have scored. */
    private void candidates() {
        data.applicants(1, CANDIDATES);
        data.applications(1, CANDIDATES, "(i + 1) / 2", STATE, "'" + CITY + "'");
        data.applications(CANDIDATES + 1, 2 * CANDIDATES, "(i + 1) / 2", STATE, null);
        data.run(
                "insert into review_opinion (level_name, application_id, outcome, grounds, reviewer, at) select 'DEPARTMENT', id, 'PASS', '符合条件，建设内容完整。', 'dept-44', now() from application where state = 'REVIEWED'");
        data.run(
                "insert into review_panel (round_id, level_name, application_id, opened_at, closed_at) select round_id, 'DEPARTMENT', id, now(), now() from application where state = 'REVIEWED'");
        data.run(
                "insert into review_assignment (panel_id, expert, state, appointed_at, due_at, ended_at, total) select p.id, e.account, 'SCORED', now(), now(), now(), 60 + p.id % 40 from review_panel p cross join (select account from expert order by account limit 3) e");
        Recommendations lists = application.bean(Recommendations.class);
        Unit department = application.bean(Units.class).get(DEPARTMENT);
        QuotaTable quotas = application.bean(QuotaTable.class);
        lists.open(application.round(), department, quotas.of(department), quotas.quotaSource(department));
        // The round that has just been opened opens the cities' lists by and by.
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> lists.find(application.round(), CITY).isPresent());
    }

    private void fill(int first, int last) {
        data.applicants(first / 2 + 1, last / 2);
        data.applications(first, last, "(i + 1) / 2", STATE, null);
        data.run("analyze");
    }

    private Map<String, List<Long>> measure(int last) {
        List<Integer> drafts = IntStream.rangeClosed(1, PEOPLE)
                .map(n -> last - last % 10 - 10 * n)
                .boxed()
                .toList();
        List<OfficerClient> people =
                drafts.stream().map(i -> person("bench-" + (i + 1) / 2)).toList();
        OfficerClient city = new OfficerClient(application.address(), CITY, "demo");
        OfficerClient department = new OfficerClient(application.address(), DEPARTMENT, "demo");
        Map<String, List<Long>> taken = new LinkedHashMap<>();
        taken.put("overview", timed(n -> people.get(n).send("GET", "/portal", null)));
        taken.put("draft with self-check", timed(n -> people.get(n).send("GET", page(drafts.get(n)), null)));
        taken.put("submitted, with timeline", timed(n -> people.get(n).send("GET", page(drafts.get(n) - 1), null)));
        taken.put(
                "timeline by the API",
                timed(n -> people.get(n)
                        .send("GET", "/api/applications/" + BenchData.number(drafts.get(n) - 1) + "/timeline", null)));
        taken.put("ranking, city, 500 candidates", timed(n -> city.send("GET", list(CITY), null)));
        taken.put(
                "ranking, Department, 500 scored candidates",
                timed(n -> department.send("GET", list(DEPARTMENT), null)));
        return taken;
    }

    private OfficerClient person(String name) {
        return new OfficerClient(application.address(), name, BenchData.PASSWORD);
    }

    private static String page(int i) {
        return "/portal/applications/" + BenchData.number(i);
    }

    private String list(String unit) {
        return "/desk/recommendations/" + application.round() + "/" + unit;
    }

    /** The first half of so many again warms up. */
    private List<Long> timed(IntFunction<Answer> request) {
        List<Long> nanos = new ArrayList<>();
        for (int n = -requests / 2; n < requests; n++) {
            long start = System.nanoTime();
            request.apply(Math.floorMod(n, PEOPLE)).ok();
            if (n >= 0) {
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos.stream().sorted().toList();
    }

    private static double at(List<Long> nanos, double share) {
        return nanos.get((int) (share * (nanos.size() - 1))) / 1e6;
    }
}
