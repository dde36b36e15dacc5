package cn.gdpilot.platform.engine.gate;

/** A model of a few steps, without anything that a designer would add. */
public final class SmallModel {

    private SmallModel() {}

    /** The step stands in the third line. */
    public static String of(String process, String step) {
        return "<b:definitions xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:c='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'>\n"
                + "<b:process id='" + process + "' isExecutable='true'>\n" + step + "</b:process></b:definitions>";
    }
}
