package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.platform.engine.gate.rules.Release;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** What is there beside the files under judgement: what comes with the program, and, within a command of the engine, what runs. */
final class Surroundings {

    private static final List<String> UNITS = List.of("units.csv", "ministry.csv", "central-enterprises.csv");

    private final Set<String> shipped;
    private final KnownGroups groups;

    Surroundings(Set<String> shipped, KnownGroups groups) {
        this.shipped = shipped;
        this.groups = groups;
    }

    /** The groups of the units in the lists, those that are declared beside them, and those who look after the system. */
    static KnownGroups groups(ReferenceFiles lists) {
        Set<String> known = new HashSet<>(Group.ADMINISTRATORS);
        known.addAll(Set.of(Group.EXPERT, Group.DESIGNER));
        known.addAll(new FurtherGroups(lists).all().keySet());
        UNITS.stream().flatMap(list -> lists.rows(list).stream()).forEach(row -> {
            known.add(row.get("unit"));
            known.add(Group.of(row.get("unit")).lead().id());
        });
        return known::contains;
    }

    /** With the tables of the same files. */
    Release.Beside with(Set<String> tables) {
        return new Release.Beside() {
            @Override
            public boolean hasProcess(String id) {
                return shipped.contains(id)
                        || isThere(
                                engine -> engine.getProcessDefinitionManager().findLatestProcessDefinitionByKey(id));
            }

            @Override
            public boolean hasTable(String id) {
                return tables.contains(id)
                        || isThere(
                                engine -> engine.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(id));
            }

            @Override
            public boolean hasForm(String id) {
                return isThere(
                        engine -> engine.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id));
            }

            @Override
            public boolean hasGroup(String id) {
                return groups.hasGroup(id)
                        || isThere(
                                engine -> engine.getReadOnlyIdentityProvider().findGroupById(id));
            }
        };
    }

    private static boolean isThere(java.util.function.Function<CommandContext, Object> look) {
        CommandContext engine = Context.getCommandContext();
        return engine != null && look.apply(engine) != null;
    }
}
