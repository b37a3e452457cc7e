// Every script of this page imports this before anything else: a screen's own rules come after these, whatever is built into what.
import '../fonts.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '../tokens.css';
import './theme.css';
