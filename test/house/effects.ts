import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

/** Where a program starts: only here may loading a file do something. */
const entryFiles: readonly string[] = [
  'src/main.ts',
  'src/doctor.ts',
  'src/demo/main.ts',
  'src/web/dashboard/main.tsx',
  'src/web/form/main.ts',
  'providers/watchlist/cli/main.ts',
  'providers/watchlist/serving/index-worker.ts',
];
const environmentReaders: readonly string[] = ['src/main.ts', 'src/doctor.ts', 'src/demo/main.ts'];

/** Each statement that acts when its file is merely imported. A file may fill its own tables. */
export function listEffects(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !entryFiles.includes(path))
    .flatMap((file) => {
      const tree = toTree(file);
      const ownTables = new Set(tree.statements.flatMap(listTables));
      const acting = listActing(tree.statements).filter((statement) => !ownTables.has(rootOf(statement.expression)));
      return acting.map((statement) => `${toPlace(tree, statement)} acts at import`);
    });
}

export function listEnvironmentReads(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !environmentReaders.includes(path))
    .flatMap((file) => {
      const tree = toTree(file);
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        const isRead = ts.isPropertyAccessExpression(node) && node.getText() === 'process.env';
        if (isRead) found.push(`${toPlace(tree, node)} reads the environment`);
        ts.forEachChild(node, visit);
      };
      visit(tree);
      return found;
    });
}

function toTree({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function toPlace(tree: ts.SourceFile, node: ts.Node): string {
  return `${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

function listTables(statement: ts.Statement): string[] {
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map(({ name }) => name.getText());
}

/** Expressions that run at import, also those within top-level loops and conditions. */
function listActing(nodes: readonly ts.Node[]): ts.ExpressionStatement[] {
  return nodes.flatMap((node) => {
    if (ts.isExpressionStatement(node)) return [node];
    if (ts.isIterationStatement(node, false)) return listActing([node.statement]);
    if (ts.isIfStatement(node))
      return listActing([node.thenStatement, ...(node.elseStatement ? [node.elseStatement] : [])]);
    return ts.isBlock(node) ? listActing(node.statements) : [];
  });
}

/** The name at the far left: `table` of `table.rows[3].set(…)`; nothing where a function of that name is called. */
function rootOf(expression: ts.Expression): string {
  let node: ts.Expression = expression;
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return '';
  for (;;) {
    if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) node = node.expression;
    else if (ts.isElementAccessExpression(node)) node = node.expression;
    else if (ts.isBinaryExpression(node)) node = node.left;
    else return ts.isIdentifier(node) ? node.text : '';
  }
}
