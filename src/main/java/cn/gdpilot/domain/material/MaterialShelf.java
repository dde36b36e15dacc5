package cn.gdpilot.domain.material;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Titles and order of an application's files, and the way back for what was replaced or taken away. */
@Repository
public class MaterialShelf {

    private final JdbcClient jdbc;
    private final Materials materials;
    private final PilotClock clock;

    MaterialShelf(JdbcClient jdbc, Materials materials, PilotClock clock) {
        this.jdbc = jdbc;
        this.materials = materials;
        this.clock = clock;
    }

    /**
     * Puts files into order, each kind for itself; gaps are closed, and files that nobody mentions stay behind the others.
     *
     * @param seen files as the person saw them
     * @throws Refusal if a file is none of the application's or stands otherwise by now, or two of a kind are given one place
     */
    public void arrange(String applicationId, List<Slot> slots, Map<Long, String> seen) {
        Map<Long, String> now = states(applicationId);
        if (!seen.entrySet().stream().allMatch(file -> file.getValue().equals(now.get(file.getKey())))) {
            throw Refusal.conflict("material.arranged-meanwhile");
        }
        Map<Long, Material> present =
                materials.of(applicationId).stream().collect(Collectors.toMap(Material::id, Function.identity()));
        if (!slots.stream().allMatch(slot -> present.containsKey(slot.materialId()))) {
            throw Refusal.notFound("material.unknown");
        }
        Map<MaterialKind, List<Slot>> byKind = slots.stream()
                .collect(Collectors.groupingBy(
                        slot -> present.get(slot.materialId()).kind(), LinkedHashMap::new, Collectors.toList()));
        byKind.values().forEach(MaterialShelf::refuseSharedPlaces);
        byKind.forEach((kind, arranged) -> write(arranged, others(present, kind, arranged)));
    }

    /** How each file stands and is called, in a text that changes with either; what happens to other files does not change it. */
    public Map<Long, String> states(String applicationId) {
        return jdbc
                .sql(
                        "select id as material_id, title, place, report_year as \"year\", result_class from material where application_id = :application and removed_at is null")
                .param("application", applicationId)
                .query(Standing.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Standing::materialId,
                        file -> Stream.of(file.place(), file.title(), file.year(), file.resultClass())
                                .map(one -> Objects.toString(one, ""))
                                .collect(Collectors.joining(" "))));
    }

    /** Files that were replaced or taken away since that moment, the last one first; since ever where it is null. */
    public List<Material> restorable(String applicationId, Instant since) {
        return jdbc.sql("select " + Materials.FACTS + """
                 from material
                where application_id = :application and removed_at > :since order by removed_at desc, id desc""")
                .param("application", applicationId)
                .param("since", PilotClock.timestamp(since == null ? Instant.EPOCH : since))
                .query(Material.class)
                .list();
    }

    /**
     * Brings back a file; one of the same kind and name that has taken its place goes instead.
     *
     * @throws Refusal if it is none that was taken away since that moment
     */
    public void restore(String applicationId, long id, Instant since) {
        Material back = restorable(applicationId, since).stream()
                .filter(material -> material.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("material.unknown"));
        jdbc.sql(
                        "update material set removed_at = :now where application_id = :application and kind = :kind and name = :name and removed_at is null")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("application", applicationId)
                .param("kind", back.kind().name())
                .param("name", back.name())
                .update();
        jdbc.sql("update material set removed_at = null where id = :id")
                .param("id", id)
                .update();
    }

    private static void refuseSharedPlaces(List<Slot> ofOneKind) {
        Set<Integer> taken = new HashSet<>();
        ofOneKind.forEach(slot -> {
            if (!taken.add(slot.place())) {
                throw Refusal.invalid("material.same-place", slot.place());
            }
        });
    }

    private static List<Slot> others(Map<Long, Material> present, MaterialKind kind, List<Slot> arranged) {
        Set<Long> named = arranged.stream().map(Slot::materialId).collect(Collectors.toSet());
        return present.values().stream()
                .filter(material -> material.kind() == kind && !named.contains(material.id()))
                .sorted(Comparator.comparing(Material::id))
                .map(material -> new Slot(material.id(), material.title(), Integer.MAX_VALUE))
                .toList();
    }

    private void write(List<Slot> arranged, List<Slot> behind) {
        List<Slot> all = new ArrayList<>(
                arranged.stream().sorted(Comparator.comparing(Slot::place)).toList());
        all.addAll(behind);
        for (int i = 0; i < all.size(); i++) {
            jdbc.sql("update material set title = :title, place = :place where id = :id")
                    .param("title", all.get(i).title())
                    .param("place", i + 1)
                    .param("id", all.get(i).materialId())
                    .update();
        }
    }

    /**
     * Where a file stands and what it is called.
     *
     * @param materialId file
     * @param title      as the applicant calls it; null = by its name
     * @param place      1 or more, among its kind
     */
    public record Slot(long materialId, String title, int place) {}

    private record Standing(long materialId, String title, int place, Integer year, ResultClass resultClass) {}
}
