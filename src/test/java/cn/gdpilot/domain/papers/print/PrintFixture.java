package cn.gdpilot.domain.papers.print;

import java.time.Duration;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Printers without the application around them. */
public final class PrintFixture {

    private static final PrintFont FONT = new PrintFont();

    private PrintFixture() {}

    public static Printer printer() {
        return new Printer(null, FONT);
    }

    /** The same, with the templates below print/. */
    static Printer ofTemplates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.setTemplateResolver(resolver);
        return new Printer(templates, FONT);
    }

    public static Glyphs glyphs() {
        return new Glyphs(FONT);
    }

    /** An office printer by the name of its program; "" for none. */
    public static OfficePrinter office(String program, Duration timeout) {
        return new OfficePrinter(FONT, program, timeout);
    }
}
