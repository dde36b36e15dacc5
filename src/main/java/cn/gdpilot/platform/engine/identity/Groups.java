package cn.gdpilot.platform.engine.identity;

import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.OfficeGroups;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.text.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The groups: two for each unit (those who handle, those who sign) and those who look after the system. */
@Component
public class Groups implements OfficeGroups {

    private static final String[] FURTHER = {
        Group.EXPERT, Group.DESIGNER, Group.OPERATOR, Group.SECURITY, Group.AUDITOR, Group.CAMUNDA_ADMIN
    };

    private final IdentityService identity;
    private final Units units;
    private final FurtherGroups further;

    private final JdbcClient jdbc;

    Groups(IdentityService identity, Units units, FurtherGroups further, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.further = further;
        this.identity = identity;
        this.units = units;
    }

    /** Every group and its label. */
    Map<String, String> all() {
        Map<String, String> groups = new LinkedHashMap<>();
        for (Unit unit : units.all()) {
            groups.put(unit.id(), unit.name());
            groups.put(unit.leadGroup(), Texts.of("group.lead", unit.name()));
        }
        for (String group : FURTHER) {
            groups.put(group, Texts.label("group", group));
        }
        groups.putAll(further.all());
        groups.putAll(further.former(made()));
        return groups;
    }

    /** Those that the engine has, by id. */
    private Map<String, String> made() {
        Map<String, String> made = new HashMap<>();
        jdbc.sql("select id_, name_ from act_id_group")
                .query((row, n) ->
                        made.put(row.getString(1), Objects.requireNonNullElse(row.getString(2), row.getString(1))))
                .list();
        return made;
    }

    @Override
    public void make() {
        all().forEach((id, label) -> {
            if (identity.createGroupQuery().groupId(id).count() == 0) {
                org.camunda.bpm.engine.identity.Group group = identity.newGroup(id);
                group.setName(label);
                group.setType("WORKFLOW");
                identity.saveGroup(group);
            }
        });
    }
}
