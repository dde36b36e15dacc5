package cn.gdpilot.platform.engine.tables;

import java.io.Serializable;
import java.util.Map;

/**
 * A row that answered and keeps to its contract, so that each of its columns can be read.
 *
 * @param cells values by the names of outputs
 */
public record TableRow(Map<String, Object> cells) implements Serializable {

    public String text(String column) {
        return (String) cells.get(column);
    }

    public int number(String column) {
        return ((Number) cells.get(column)).intValue();
    }

    public boolean isTrue(String column) {
        return (Boolean) cells.get(column);
    }
}
