package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.papers.template.DocumentWords.Scope;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A page (XHTML) that is printed where no office program is: {{word}}, {{#list}} … {{/list}}, pictures as {{picture}} in src. */
final class PageTemplate implements Template {

    private static final Mustache.Compiler ENGINE =
            Mustache.compiler().escapeHTML(true).defaultValue("").emptyStringIsFalse(true);
    private static final Pattern UNESCAPED = Pattern.compile("\\{\\{\\s*[{&=]");
    private static final Pattern ACTIVE = Pattern.compile(
            "(?i)<script|<link|<iframe|<object|<embed|\\bon\\w+\\s*=|javascript:|@import|(?:src|href)\\s*=\\s*[\"']?(?!\\{\\{|data:|#)[^\"'\\s>]|url\\s*\\(|<!ENTITY");

    private final com.samskivert.mustache.Template template;

    private PageTemplate(com.samskivert.mustache.Template template) {
        this.template = template;
    }

    /**
     * Reads a template.
     *
     * @throws BrokenTemplate naming the first tag that is not understood
     */
    static PageTemplate read(byte[] content, Scope scope) {
        String text = new String(content, StandardCharsets.UTF_8);
        Matcher unescaped = UNESCAPED.matcher(text);
        if (unescaped.find()) {
            throw new BrokenTemplate("template.code", unescaped.group());
        }
        Matcher active = ACTIVE.matcher(text);
        if (active.find()) {
            throw new BrokenTemplate("template.active", active.group());
        }
        try {
            com.samskivert.mustache.Template template = ENGINE.compile(text);
            template.visit(new Names(scope));
            PageTemplate page = new PageTemplate(template);
            parse(page.text(scope.samples()));
            return page;
        } catch (MustacheException e) {
            throw new BrokenTemplate("template.malformed", e.getMessage());
        }
    }

    @Override
    public byte[] fill(Facts facts) {
        Document page = parse(text(facts));
        RowCompany.keep(page);
        return written(page);
    }

    private String text(Facts facts) {
        return template.execute(facts.plain(
                png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png)));
    }

    /** The printer takes well-formed pages only; better told now than at the first paper. */
    private static Document parse(String page) {
        try {
            DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            parser.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            return parser.parse(new InputSource(new StringReader(page)));
        } catch (SAXException e) {
            throw new BrokenTemplate("template.malformed", e.getMessage());
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] written(Document page) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            // A page without a namespace would be written as HTML, with tags left open, and the printer takes XML.
            writer.setOutputProperty(OutputKeys.METHOD, "xml");
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.transform(new DOMSource(page), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses names that are not given. */
    private record Names(Scope scope) implements Mustache.Visitor {

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            known(name);
        }

        @Override
        public boolean visitInclude(String name) {
            throw new BrokenTemplate("template.code", "{{>" + name + "}}");
        }

        @Override
        public boolean visitSection(String name) {
            known(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            known(name);
            return true;
        }

        private void known(String name) {
            if (!scope.knows(name)) {
                throw new BrokenTemplate("template.unknown-word", "{{" + name + "}}");
            }
        }
    }
}
