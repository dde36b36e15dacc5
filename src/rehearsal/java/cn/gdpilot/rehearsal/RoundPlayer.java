package cn.gdpilot.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Plays the sample round from its opening to the announcement, over HTTP only, with a clock that is moved: everybody
 * does what the sample table says, and the deadlines do the rest.
 */
final class RoundPlayer {

    private static final ZoneOffset GUANGDONG = ZoneOffset.ofHours(8);
    private static final String DEPARTMENT = "dept-44";
    private static final String COMMUNICATIONS = "ca-44";
    private static final int PAPERS_TO_DEPARTMENT = 6;
    private static final int PAPERS_TO_MINISTRY = 5;

    private final ClockHand clock;
    private final SampleApplicants applicants;
    private final SampleOffices offices;
    private final Map<String, Integer> places = new HashMap<>();
    private int year;

    RoundPlayer(URI base, Path samples) {
        this.clock = new ClockHand(new ApplicantClient(base, DEPARTMENT, "demo"), Duration.ofMinutes(1));
        this.applicants = new SampleApplicants(base, samples, SampleApplication.all(samples));
        this.offices = new SampleOffices(base, applicants);
    }

    /** Plays it all; the round's year is the first whose 11-29 is still to come. */
    int play() {
        openRound();
        companiesApply();
        unitsDecide();
        citiesDeliver();
        cityDeadlinePasses();
        provinceReviews();
        everybodyDeliversToTheMinistry();
        ministryDecides();
        return year;
    }

    private void openRound() {
        OffsetDateTime now = clock.now();
        year = now.isBefore(at(now.getYear(), "11-29T09:00")) ? now.getYear() : now.getYear() + 1;
        clock.jumpTo(at(year, "11-29T09:00"));
        offices.startRound(year);
        settle();
    }

    private void companiesApply() {
        moveTo("11-30T10:00");
        applicants.apply();
        settle();
        withScenario("withdraw").forEach(applicants::withdraw);
        settle();
    }

    private void unitsDecide() {
        moveTo("12-02T09:00");
        units().forEach(offices::decideOnApplications);
        settle();
        withScenario("return").forEach(applicants::correct);
        settle();
        units().forEach(offices::acceptCorrected);
        settle();
    }

    /** Those whose lines say "missed" have ranked and signed, and hand nothing over. */
    private void citiesDeliver() {
        moveTo("12-04T09:00");
        cities().forEach(this::list);
        settle();
        cities().forEach(offices::sign);
        settle();
        cities().filter(city ->
                        withScenario("missed").noneMatch(one -> one.unit().equals(city)))
                .forEach(offices::handOver);
        moveTo("12-08T17:00");
        offices.registerArrivals(DEPARTMENT, PAPERS_TO_DEPARTMENT);
        settle();
    }

    private void cityDeadlinePasses() {
        moveTo("12-08T17:30:01");
    }

    private void provinceReviews() {
        moveTo("12-10T09:00");
        offices.review(DEPARTMENT, application -> true);
        offices.review(COMMUNICATIONS, application -> true);
        settle();
        offices.resolveDuplicates();
        settle();
    }

    /** The Department takes the cities' first places first, then their second ones, as far as its quota goes. */
    private void everybodyDeliversToTheMinistry() {
        moveTo("12-15T09:00");
        offices.rank(DEPARTMENT, departmentsOrder());
        direct().forEach(this::list);
        settle();
        toTheMinistry().forEach(offices::sign);
        settle();
        toTheMinistry().forEach(offices::handOver);
        moveTo("12-18T15:00");
        offices.registerArrivals("ministry", PAPERS_TO_MINISTRY);
        settle();
        moveTo("12-21T00:00:01");
    }

    private List<String> departmentsOrder() {
        List<String> twins =
                applicants.applications().stream().map(SampleApplication::twin).toList();
        Comparator<String> byPlace = Comparator.comparing(places::get);
        return applicants.applications().stream()
                .filter(one -> one.unit().startsWith("city-") && !one.unit().equals("city-440300"))
                .filter(one -> !one.is("missed") && !twins.contains(one.ref()))
                .map(applicants::id)
                .filter(places::containsKey)
                .sorted(byPlace.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** So that there is something to decide, the experts pass all but the lines whose number ends in 7. */
    private void ministryDecides() {
        moveTo("12-28T09:00");
        offices.review("ministry", application -> !application.ref().endsWith("7"));
        settle();
        offices.select();
        settle();
        offices.publish();
        settle();
    }

    private void list(String unit) {
        List<String> order = applicants.applications().stream()
                .filter(one -> one.unit().equals(unit) && one.isListed())
                .map(applicants::id)
                .toList();
        List<String> list = offices.rank(unit, order);
        list.forEach(id -> places.put(id, list.indexOf(id)));
    }

    private Stream<String> units() {
        return applicants.applications().stream().map(SampleApplication::unit).distinct();
    }

    /** Those that report to the Department and have something to report. */
    private Stream<String> cities() {
        return units().filter(unit -> unit.startsWith("city-") && !unit.equals("city-440300"));
    }

    /** Shenzhen, the CA and central enterprises: straight to the ministry (R3.3, R3.4). */
    private Stream<String> direct() {
        return units().filter(unit -> !unit.startsWith("city-") || unit.equals("city-440300"));
    }

    private Stream<String> toTheMinistry() {
        return Stream.concat(Stream.of(DEPARTMENT), direct());
    }

    private Stream<SampleApplication> withScenario(String scenario) {
        return applicants.applications().stream().filter(one -> one.is(scenario));
    }

    private void settle() {
        clock.settle();
    }

    private void moveTo(String monthAndTime) {
        clock.goTo(at(year, monthAndTime));
    }

    private static OffsetDateTime at(int year, String monthAndTime) {
        return LocalDateTime.parse(year + "-" + monthAndTime).atOffset(GUANGDONG);
    }
}
