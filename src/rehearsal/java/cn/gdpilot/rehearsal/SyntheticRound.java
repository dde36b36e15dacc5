package cn.gdpilot.rehearsal;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A round of invented applicants, played over HTTP with a moved clock: everybody does their part in the order of time,
 * each unit decides on the mornings of weekdays and delivers in the last hours before its deadline, and the deadlines do
 * the rest. Hours lie between an office's steps, since the clock goes on while the machine works on them. What an applicant is refused is counted, not an error.
 */
final class SyntheticRound {

    private static final String DEPARTMENT = "dept-44";
    private static final String COMMUNICATIONS = "ca-44";
    private static final String MINISTRY = "ministry";
    private static final LocalTime DESK_OPENS = LocalTime.of(9, 40);
    private static final int PAPERS_TO_DEPARTMENT = 6;
    private static final int PAPERS_TO_MINISTRY = 5;
    /** One in so many projects is not selected, so that there is something to decide. */
    private static final int ONE_IN = 5;

    private static final int REFUSED = 422;
    private static final int CONFLICT = 409;
    /** How much time passes while one waits for what follows from an action. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final Script script;
    private final ClockHand clock;
    private final SampleApplicants applicants;
    private final SampleOffices offices;
    private final Set<String> returned = new HashSet<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<Scene> scenes = new ArrayList<>();

    SyntheticRound(Script script, ClockHand clock, SampleApplicants applicants, SampleOffices offices) {
        this.script = script;
        this.clock = clock;
        this.applicants = applicants;
        this.offices = offices;
        script.parts().forEach(this::companyActs);
        script.offices().forEach(this::unitWorks);
        provinceWorks();
        ministryWorks();
        scenes.sort(Comparator.comparing(Scene::at));
    }

    /** Everything that will happen, in order. */
    List<Scene> scenes() {
        return List.copyOf(scenes);
    }

    /** Lets one scene happen at its time, and what follows from it. */
    void play(Scene scene) {
        clock.goTo(scene.at());
        scene.action().run();
        clock.settle();
    }

    /** What was refused to applicants, by rule or reason, and how often. */
    Map<String, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    private void companyActs(Part part) {
        add(part.begins(), "scene.begin", () -> applicants.begin(part.application()));
        if (part.submits() != null) {
            add(part.submits(), "scene.submit", () -> submit(part.application()));
        }
        if (part.withdraws() != null) {
            add(part.withdraws(), "scene.withdraw", () -> withdraw(part.application()));
        }
    }

    private void submit(SampleApplication application) {
        Answer answer = applicants.submit(application);
        if (answer.status() == REFUSED || answer.status() == CONFLICT) {
            refusals.merge(answer.json().path("rule").asText("" + answer.status()), 1, Integer::sum);
        } else {
            answer.ok();
        }
    }

    private void withdraw(SampleApplication application) {
        if (Set.of("SUBMITTED", "ACCEPTED").contains(applicants.state(application))) {
            applicants.withdraw(application);
        }
    }

    private void unitWorks(Script.Office office) {
        OffsetDateTime end = office.deadline();
        OffsetDateTime morning = script.opens().plusDays(1).with(DESK_OPENS);
        for (; morning.isBefore(end.minusHours(8)); morning = morning.plusDays(1)) {
            if (morning.getDayOfWeek() != DayOfWeek.SATURDAY && morning.getDayOfWeek() != DayOfWeek.SUNDAY) {
                add(morning, "scene.decide", () -> decide(office.unit()));
            }
        }
        if (office.unit().equals(COMMUNICATIONS)) {
            // Its review begins at the cities' deadline, with what it has accepted by then.
            add(script.city().minusHours(4), "scene.decide", () -> decide(office.unit()));
        }
        add(end.minusHours(8), "scene.decide", () -> decide(office.unit()));
        add(end.minusHours(7), "scene.rank", () -> rank(office.unit(), Set.of("ACCEPTED")));
        add(end.minusHours(6), "scene.sign", () -> sign(office.unit()));
        add(end.minusHours(5), "scene.hand-over", () -> handOver(office));
        // Before the last reminder, which finds who has delivered and who has not.
        add(end.minusHours(3), "scene.arrive", () -> arrive(office));
        add(end.plusSeconds(1), "scene.deadline", () -> {});
    }

    private void decide(String unit) {
        // What the CA takes no corrections of any more it does not return.
        boolean mayReturn = !unit.equals(COMMUNICATIONS) || clock.now().isBefore(script.city());
        offices.decide(
                unit,
                application -> application.is("return") && mayReturn && returned.add(application.ref())
                        ? SampleOffices.decision(application)
                        : SampleOffices.acceptance());
        clock.settle();
        script.parts().stream()
                .map(Part::application)
                .filter(one -> one.unit().equals(unit)
                        && one.is("return")
                        && applicants.state(one).equals("RETURNED"))
                .forEach(applicants::correct);
    }

    private void rank(String unit, Set<String> states) {
        List<String> order = script.parts().stream()
                .filter(part -> part.unit().equals(unit) || unit.equals(DEPARTMENT) && script.isCity(part.unit()))
                .map(Part::application)
                .filter(one -> states.contains(applicants.state(one)))
                .map(applicants::id)
                .toList();
        if (!order.isEmpty()) {
            offices.rank(unit, order);
        }
    }

    private void sign(String unit) {
        if (offices.waits(unit + "-lead", "UserTask_SignRecommendation")) {
            // What came in since the order was settled is decided first, and ranked with the others.
            if (!unit.equals(DEPARTMENT)) {
                offices.decide(unit, application -> SampleOffices.acceptance());
                clock.settle();
            }
            if (!offices.signs(unit)) {
                offices.giveBack(unit);
                clock.settle();
                rank(unit, unit.equals(DEPARTMENT) ? Set.of("REVIEWED") : Set.of("RANKED", "ACCEPTED"));
                clock.settle();
                offices.sign(unit);
            }
        }
    }

    private void handOver(Script.Office office) {
        if (!office.late() && offices.waits(office.unit(), "UserTask_HandOver")) {
            offices.handOver(office.unit());
        }
    }

    private void arrive(Script.Office office) {
        if (script.isCity(office.unit())) {
            offices.registerArrivals(DEPARTMENT, PAPERS_TO_DEPARTMENT);
        } else {
            offices.registerArrivals(MINISTRY, PAPERS_TO_MINISTRY);
        }
    }

    private void provinceWorks() {
        OffsetDateTime reviews = script.city().plusDays(2);
        add(reviews, "scene.review", () -> {
            offices.review(DEPARTMENT, application -> true);
            offices.review(COMMUNICATIONS, application -> true);
        });
        add(reviews.plusHours(1), "scene.duplicates", offices::resolveDuplicates);
        OffsetDateTime end = script.ministry();
        add(end.minusDays(4), "scene.rank", () -> rank(DEPARTMENT, Set.of("REVIEWED")));
        add(end.minusDays(4).plusHours(1), "scene.sign", () -> sign(DEPARTMENT));
        add(end.minusDays(3), "scene.hand-over", () -> handOver(new Script.Office(DEPARTMENT, end, false)));
        add(end.minusDays(2), "scene.arrive", () -> offices.registerArrivals(MINISTRY, PAPERS_TO_MINISTRY));
    }

    private void ministryWorks() {
        OffsetDateTime reviews = script.ministry().plusDays(7);
        add(
                reviews,
                "scene.review",
                () -> offices.review(
                        MINISTRY,
                        application -> application == null || !application.ref().endsWith("" + ONE_IN)));
        add(reviews.plusDays(1), "scene.select", () -> {
            if (offices.waits("ministry-lead", "UserTask_DecideSelection")) {
                offices.select();
                clock.settle();
                offices.publish();
            }
        });
    }

    private void add(OffsetDateTime at, String what, Runnable action) {
        scenes.add(new Scene(at, what, action));
    }
}
