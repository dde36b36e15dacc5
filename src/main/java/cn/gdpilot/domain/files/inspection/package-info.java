/** Contents of office files and PDFs judged: scripts, links that fetch, files inside. */
package cn.gdpilot.domain.files.inspection;
