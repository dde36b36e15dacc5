package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Rule;

/**
 * What is wrong in a table.
 *
 * @param element id of the row or cell; empty for the table as a whole
 * @param what    in Chinese, with what to do
 */
record TableFault(Rule rule, String element, String what) {

    static TableFault of(Rule rule, String key, Object... arguments) {
        return new TableFault(rule, "", Texts.of(key, arguments));
    }

    /** A fault of an element that may have no id. */
    static TableFault at(String element, Rule rule, String what) {
        return new TableFault(rule, element == null ? "" : element, what);
    }
}
