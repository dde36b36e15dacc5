package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The offices. Read from the reference lists at start, and when somebody asks for it. */
@Repository
public class Units implements InitializingBean {

    private final JdbcClient jdbc;
    private final UnitList list;

    public Units(JdbcClient jdbc, UnitList list) {
        this.jdbc = jdbc;
        this.list = list;
    }

    /** @throws Refusal if a line of the lists is broken; nothing of them is taken then */
    @Override
    public void afterPropertiesSet() {
        read();
    }

    /**
     * Reads the lists again, so that an office that was added takes part without a restart; none is ever taken away.
     *
     * @throws Refusal if a line of the lists is broken; nothing of them is taken then
     */
    public void read() {
        list.lines().forEach(this::save);
    }

    private void save(UnitList.Line line) {
        Map<String, String> values = Map.of(
                "id", line.get("unit"),
                "type", line.get("type"),
                "code", line.get("code"),
                "name", line.get("name"),
                "city", line.get("city"),
                "region", line.get("region"));
        int known = jdbc.sql(
                        "update org_unit set type = :type, code = :code, name = :name, city = :city, region = :region where id = :id")
                .params(values)
                .update();
        if (known == 0) {
            jdbc.sql(
                            "insert into org_unit (id, type, code, name, city, region) values (:id, :type, :code, :name, :city, :region)")
                    .params(values)
                    .update();
        }
    }

    /** Every office, in the order of the lists' ids. */
    public List<Unit> all() {
        return jdbc.sql("select * from org_unit order by id").query(Unit.class).list();
    }

    /** Every office by its id, for whoever asks for many. */
    public Map<String, Unit> byId() {
        return all().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    public Optional<Unit> find(String id) {
        return jdbc.sql("select * from org_unit where id = :id")
                .param("id", id)
                .query(Unit.class)
                .optional();
    }

    /**
     * The office of that id.
     *
     * @throws Refusal if there is none
     */
    public Unit get(String id) {
        return find(id).orElseThrow(() -> Refusal.byRule("R3.1", "unit.unknown", id));
    }

    /** The offices that take applications: cities, Shenzhen, the CA, central enterprises. */
    public List<Unit> takingApplications() {
        return all().stream().filter(unit -> unit.type().takesApplications()).toList();
    }
}
