package cn.gdpilot.domain.material;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Years of audit reports and classes of results (R2.13), as applicants state them. */
@Repository
public class FileLabels {

    /** Number of years for which the notice asks audit reports. */
    private static final int YEARS = 3;

    private final JdbcClient jdbc;
    private final Materials materials;
    private final Rounds rounds;

    FileLabels(JdbcClient jdbc, Materials materials, Rounds rounds) {
        this.jdbc = jdbc;
        this.materials = materials;
        this.rounds = rounds;
    }

    /** The years for which the application's round asks audit reports, the last one first. */
    public List<Integer> years(Application application) {
        int roundYear = rounds.get(application.roundId()).roundYear();
        return IntStream.rangeClosed(1, YEARS)
                .mapToObj(back -> roundYear - back)
                .toList();
    }

    /** The classes of results, for pages. */
    public List<ResultClass> classes() {
        return List.of(ResultClass.values());
    }

    /**
     * Judges a label before its file comes.
     *
     * @param name     name of the file; one of the same kind and name is replaced
     * @param replaces file that it replaces; null = none
     * @throws Refusal if the year is none of the round's last three, or another file is for that year
     */
    public void check(Application application, MaterialKind kind, String name, FileLabel label, Long replaces) {
        if (label.year() == null) {
            return;
        }
        inTime(application, label.year());
        boolean taken = materials.of(application.id()).stream()
                .filter(file -> file.kind() == kind && !file.name().equals(name))
                .filter(file -> !Objects.equals(file.id(), replaces))
                .anyMatch(file -> label.year().equals(file.year()));
        if (taken) {
            throw twice(label.year());
        }
    }

    /**
     * Writes labels of files as a person has changed them; the application is held.
     *
     * @param labels by file; files that are not among them keep theirs
     * @throws Refusal as {@link #check} does; nothing stays written then
     */
    public void put(Application application, Map<Long, FileLabel> labels) {
        labels.forEach((file, label) -> jdbc.sql(
                        "update material set report_year = :year, result_class = :class where id = :id and application_id = :application")
                .param("year", label.year())
                .param(
                        "class",
                        label.resultClass() == null ? null : label.resultClass().name())
                .param("id", file)
                .param("application", application.id())
                .update());
        hold(application);
    }

    /** Takes a report's year away where another report has it by now: the self-check asks for it again. */
    public void leaveYear(Application application, long id) {
        List<Material> files = materials.of(application.id());
        files.stream()
                .filter(file -> file.id() == id && file.year() != null)
                .filter(file -> files.stream()
                        .anyMatch(other -> other.id() != id && file.year().equals(other.year())))
                .forEach(file -> jdbc.sql("update material set report_year = null where id = :id")
                        .param("id", id)
                        .update());
    }

    /**
     * Holds the rule over all files of the application, which is locked.
     *
     * @throws Refusal if two reports are for one year, or one for a year that is not asked for
     */
    public void hold(Application application) {
        List<Integer> said = materials.of(application.id()).stream()
                .map(Material::year)
                .filter(Objects::nonNull)
                .toList();
        said.forEach(year -> inTime(application, year));
        said.stream()
                .filter(year -> said.indexOf(year) != said.lastIndexOf(year))
                .findFirst()
                .ifPresent(year -> {
                    throw twice(year);
                });
    }

    private void inTime(Application application, int year) {
        List<Integer> years = years(application);
        if (!years.contains(year)) {
            throw Refusal.byRule("R2.13", "material.year-outside", years.get(YEARS - 1), years.get(0), year);
        }
    }

    private static Refusal twice(int year) {
        return Refusal.byRule("R2.13", "material.year-twice", year);
    }
}
