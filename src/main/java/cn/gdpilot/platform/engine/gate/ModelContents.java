package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** What a BPMN or DMN file may contain: listed elements, attributes and names; the engine reads it with the same parser. */
class ModelContents {

    private final Vocabulary bpmn = Vocabulary.load("bpmn.txt");
    private final Vocabulary dmn = Vocabulary.load("dmn.txt");
    private final ExpressionNames names;
    private final KnownBeans beans;

    ModelContents(ExpressionNames names, KnownBeans beans) {
        this.names = names;
        this.beans = beans;
    }

    /**
     * Reads a file through.
     *
     * @return a FEEL expression that cannot be read; harmless, and a table's own check tells it in better words
     * @throws Refusal with the line and the name of what is not listed
     */
    Optional<Refusal> check(String file, byte[] model) {
        ModelWalk walk = new ModelWalk(file, file.endsWith(".dmn") ? dmn : bpmn, names, beans);
        try {
            SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
            parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            XMLReader reader = parsers.newSAXParser().getXMLReader();
            reader.setContentHandler(walk);
            reader.setErrorHandler(walk);
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", walk);
            reader.parse(new InputSource(new ByteArrayInputStream(model)));
            return walk.unreadable();
        } catch (SAXException | IOException e) {
            throw Fault.of(Rule.FILE, file, "rule.A-01.unreadable").refusal();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
